"""Days, quarters and elapsed time, as Swedish law and custom count them."""
