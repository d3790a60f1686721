"""Where a chain of reasons ends, in words."""

from ...model import Kind, Node, Statement
from ...values import dataclass
from ..reason import Reason, Why
from ..verdict import Loss
from .naming import Naming, listing

LOSSES = {
    Loss.CONCEDED: "it is conceded",
    Loss.GIVEN_UP: "it is given up",
    Loss.NEW: "it is new in a last speech",
    Loss.LATE: "it came too late",
    Loss.LET_GO: "it was not extended",
    Loss.DROPPED: "it is lost",
    Loss.ANSWERED: "a new rebuttal answers it and nothing answers that",
    Loss.BELOW_BAR: "its weight is below the bar",
}


@dataclass(frozen=True, slots=True)
class Grounds:
    """Puts into words why a statement is as it is, where that lies in itself."""

    naming: Naming

    def ground(self, reason: Reason) -> str:
        """Where a chain ends."""
        if reason.loss is not None:
            return self.loss(reason)
        if reason.why is Why.BARE:
            return "nothing supports it"
        if reason.why in (Why.CIRCLE, Why.CLASH):
            return self._circle(reason) if reason.why is Why.CIRCLE else self._clash(reason)
        assert isinstance(reason.node, Statement)
        if reason.node.kind is Kind.REBUTTAL:
            return "no answer to it holds" if self.met(reason.node) else "nothing answers it"
        analytic = "it is analytic, and " if reason.node.kind is Kind.CLAIM else ""
        return f"{analytic}{self.unrebutted(reason.node)}"

    def loss(self, reason: Reason) -> str:
        """Why a statement falls whatever else the map says."""
        assert isinstance(reason.node, Statement)
        assert reason.loss is not None
        flow = self.naming.reasons.judgement.wiring.flow
        statement = self.naming.meant(reason.node)
        who = statement.side.id if statement.side else "its side"
        said = {
            Loss.GIVEN_UP: f"{who} gave it up",
            Loss.NEW: f"it is new in the {statement.speech}, its side's last speech",
        }
        if reason.loss is Loss.LATE and flow:
            late = [each for each in self.naming.reasons.judgement.map.links_from(statement) if each in flow.late]
            due = listing(list(dict.fromkeys(flow.late[each].name for each in late)), 3)
            said[Loss.LATE] = f"it came too late: {statement.speech}, due in the {due}"
        if reason.loss is Loss.LET_GO and flow:
            said[Loss.LET_GO] = f"{who} did not extend it into the {flow.let_go[statement].name}"
        return said.get(reason.loss) or LOSSES[reason.loss]

    def met(self, node: Node) -> bool:
        """Whether there are answers that weaken a node, or would if they stood."""
        wiring = self.naming.reasons.judgement.wiring
        return bool(wiring.weakened_by[wiring.numbers[node]])

    def unrebutted(self, node: Node) -> str:
        """That no rebuttal brings a node down."""
        if self.naming.reasons.judgement.weakening(node):
            return "nothing brings it down"
        return "no rebuttal of it holds" if self.met(node) else "nothing rebuts it"

    def _circle(self, reason: Reason) -> str:
        others, who = self.naming.others(reason)
        if not others:
            return "its support runs in a circle: it supports only itself"
        return f"its support runs in a circle: {who} support only {'each other' if len(others) == 1 else 'one another'}"

    def _clash(self, reason: Reason) -> str:
        others, who = self.naming.others(reason)
        if not others:
            return "it rebuts itself"
        if len(others) == 1 and len(reason.by) == 4:
            return f"{who} rebut each other"
        return f"{who} answer {'each other' if len(others) == 1 else 'one another'} in a circle that nothing breaks"
