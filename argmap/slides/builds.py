"""The build steps of a slide: what comes into sight with each press.

Written as PresentationML has it (ECMA-376, part 1, 19.5: animation): one sequence, a step for each press.
"""

from collections.abc import Iterator, Sequence

SPACE = "http://schemas.openxmlformats.org/presentationml/2006/main"


def timing(steps: Sequence[int]) -> str:
    """The timing of a slide on which the shapes of these numbers appear one after another, in words of XML."""
    numbers = iter(range(3, 3 + 4 * len(steps)))
    inner = "".join(_step(shape, numbers) for shape in steps)
    main = f'<p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{inner}</p:childTnLst></p:cTn>'
    ends = (
        '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'
        '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>'
    )
    sequence = f'<p:seq concurrent="1" nextAc="seek">{main}{ends}</p:seq>'
    root = f'<p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>{sequence}'
    return f'<p:timing xmlns:p="{SPACE}"><p:tnLst><p:par>{root}</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>'


def _step(shape: int, numbers: Iterator[int]) -> str:
    """One shape that appears when something is pressed."""
    a, b, c, d = (next(numbers) for _ in range(4))
    target = f'<p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>'
    at_once = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
    act = (
        f'<p:set><p:cBhvr><p:cTn id="{d}" dur="1" fill="hold">{at_once}</p:cTn>{target}'
        "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="visible"/></p:to></p:set>'
    )
    effect = f'<p:cTn id="{c}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold" nodeType="clickEffect">'
    effect += f"{at_once}<p:childTnLst>{act}</p:childTnLst></p:cTn>"
    within = f'<p:cTn id="{b}" fill="hold">{at_once}<p:childTnLst><p:par>{effect}</p:par></p:childTnLst></p:cTn>'
    pressed = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
    step = f"{pressed}<p:childTnLst><p:par>{within}</p:par></p:childTnLst>"
    return f'<p:par><p:cTn id="{a}" fill="hold">{step}</p:cTn></p:par>'
