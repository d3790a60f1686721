"""The interactive page: one HTML file with the picture, the map in words, and a script that joins them.

The picture and the words are complete without the script, which takes them over where it runs: it
reads what the page holds and writes no words of its own making from a user's.
"""
