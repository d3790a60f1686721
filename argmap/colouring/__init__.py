"""Colours for a map's text, wherever it is shown: one set of patterns, made from the vocabulary, for
Pygments, for TextMate grammars (VS Code and others) and for the live page.

What is wrong is not coloured: that is what findings are for.
"""
