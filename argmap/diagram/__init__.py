"""The picture of a map: measured, laid out, composed, written.

    map -> sketch -> placement -> drawing -> SVG

`sketch` measures every text and fixes every box's size, `dot` and `engine` (or `tidy`) say where
the boxes go, `compose` draws the lines between them, and a renderer sees the finished `Drawing`
alone.
"""
