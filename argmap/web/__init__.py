"""The live page: an editor, what is found, the picture and the ballot, served to this machine alone.

`page/` holds its own sources; `site/` what is built of other people's (see `editor/`),
where it was built: without it the page has a plain text area.
"""
