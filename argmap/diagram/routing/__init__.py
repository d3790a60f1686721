"""The courses of the lines between boxes that have their places."""
