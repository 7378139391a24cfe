"""Minutes changed in Word, read back § by §."""
