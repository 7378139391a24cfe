"""Tables from elsewhere: csv and xlsx in, csv out."""
