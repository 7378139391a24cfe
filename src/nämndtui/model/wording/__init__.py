"""The formal Swedish of the minutes, made from facts and compared with them."""
