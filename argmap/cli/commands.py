"""The commands, in the order in which help lists them: a line here for each."""

COMMANDS = {
    "check": "argmap.cli.check",
    "export": "argmap.cli.export",
    "fmt": "argmap.cli.fmt",
    "show": "argmap.cli.show",
    "judge": "argmap.cli.judge",
    "explain": "argmap.cli.explain",
    "sources": "argmap.cli.sources",
    "text": "argmap.cli.text",
    "new": "argmap.cli.new",
    "import": "argmap.cli.importing",
    "speech": "argmap.cli.speech",
    "serve": "argmap.cli.serve",
    "site": "argmap.cli.site",
    "lsp": "argmap.cli.lsp",
    "completion": "argmap.cli.completion",
}
"""Each command's module, read only when it is called, so that a start costs no more than it must."""
