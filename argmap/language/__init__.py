"""The language: from a file's lines to what each of them says, and every fault on the way."""
