"""What the law wants of minutes: completeness, parts, adjusters, days and states."""
