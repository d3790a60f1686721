"""The language service in the words of the Language Server Protocol, over whatever carries its messages.

Its handlers are synchronous, so that the same server runs on standard input and output, on a web socket
and in a browser's worker. Needs pygls.
"""
