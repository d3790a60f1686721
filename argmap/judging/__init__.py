"""Which statements of a map stand, which fall, which are open; and what would change that.

    >>> from argmap import load
    >>> from argmap.judging import judge
    >>> judgement = judge(load("arguments/camp-david.argmap").map)
    >>> judgement.verdict(judgement.map.by_name["hallmarks"])
    <Verdict.STANDS: 'stands'>

`verdict.py` has the rules and their sources, `strength/` the formulas, `search/` what a solver is
asked, `words/` what a coach reads. Whatever is asked, the map is judged as it is drawn.
"""

from .verdict import AS_DRAWN, Judgement, Loss, Verdict, judge, verdicts

__all__ = ["AS_DRAWN", "Judgement", "Loss", "Verdict", "judge", "verdicts"]
