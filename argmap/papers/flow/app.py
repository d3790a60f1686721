"""A flow as the debate-flow app reads it: boxes in a tree, a child one column on."""

import json
import uuid
from typing import Any

from .placing import EXTENDED
from .sheets import Cell, Flow, Sheet

Node = dict[str, Any]


def to_flow_json(flow: Flow) -> str:
    """A flow as the app's JSON, version 1. A skipped column is an empty box, an extension a chain of
    extension boxes; what supports an answer is its sibling below. Deterministic."""
    writer = _Writer()
    for sheet in flow.sheets:
        writer.sheet(flow, sheet)
    return json.dumps({"nodes": writer.nodes, "version": 1}, ensure_ascii=False)


class _Writer:
    def __init__(self) -> None:
        root: Node = {"value": {"tag": "root"}, "level": 0, "parent": None, "children": []}
        self.nodes: dict[str, Node] = {"root": root}
        self._flow = ""

    def sheet(self, flow: Flow, sheet: Sheet) -> None:
        columns = list(flow.columns[sheet.first :])
        value = {"tag": "flow", "content": sheet.title, "invert": not sheet.motion, "columns": columns}
        self._flow = self._add("root", 0, value)
        made: dict[int, tuple[str, int]] = {}
        firsts = {row: cell for (row, _), cell in sorted(sheet.cells.items(), reverse=True)}
        for (row, column), cell in sorted(sheet.cells.items()):
            level = max(column - sheet.first, 0) + 1
            parent, at = self._parent(cell, firsts[row], made, level)
            while at < level - 1:
                at += 1
                filling = {"isExtension": True} if cell.extension else {"empty": True}
                parent = self._box(parent, at, "", filling)
            made[id(cell)] = self._cell(parent, level, cell), level

    def _parent(self, cell: Cell, first: Cell, made: dict[int, tuple[str, int]], level: int) -> tuple[str, int]:
        """The box that a cell's box stands under, and its level."""
        answers, under = made.get(id(cell.answers)), made.get(id(cell.under))
        if answers and answers[1] < level:
            return answers
        if under and under[1] == level:  # beside what it supports
            return self.nodes[under[0]]["parent"], level - 1
        before = made.get(id(first))
        if cell.extension and before and first is not cell and before[1] < level:
            return before
        return self._flow, 0

    def _cell(self, parent: str, level: int, cell: Cell) -> str:
        more = {"bold": True} if cell.offence else {}
        if cell.text == EXTENDED:
            return self._box(parent, level, "", more | {"isExtension": True})
        return self._box(parent, level, cell.text + (" (conceded)" if cell.conceded else ""), more)

    def _box(self, parent: str, level: int, text: str, more: dict[str, bool]) -> str:
        return self._add(parent, level, {"tag": "box", "content": text, "flowId": self._flow, **more})

    def _add(self, parent: str, level: int, value: Node) -> str:
        id = str(uuid.uuid5(uuid.NAMESPACE_URL, f"argmap:{len(self.nodes)}"))
        self.nodes[id] = {"value": value, "level": level, "parent": parent, "children": []}
        self.nodes[parent]["children"].append(id)
        return id
