"""The words in and round a picture: measured, broken into lines, put into blocks."""
