"""The picture of a map: measured, laid out, composed, written.

    map -> sketch -> placement -> drawing -> SVG, PDF, PNG

`sketch/` measures every text and fixes every box's size, `layout/` says where the boxes go,
`routing/` finds the courses of the lines, `compose` puts the drawing together, and a renderer in
`render/` sees the finished `Drawing` alone. `pages/` makes several drawings of one map, each to be
read on a sheet. `draw` is the front door.
"""
