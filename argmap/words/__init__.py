"""Words that every room says of the graph: links, citations, marks, what a part leaves out."""
