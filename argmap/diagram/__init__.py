"""The picture of a map: measured, laid out, composed, written.

    map -> sketch -> placement -> drawing -> SVG, PDF, PNG

`sketch` measures every text and fixes every box's size, `dot` and `engine` (or `tidy`) say where
the boxes go, `compose` draws the lines between them, and a renderer (`svg`, `typeset`) sees the
finished `Drawing` alone. `pages` makes several drawings of one map, each to be read on a sheet.
"""
