"""``results.json``: everything released and everything made of it, for other programs.

Figures have two decimals, half up; a missing one is null. ``document_types`` says what stands
where. ``from_json`` reads back only what was released and the organisation's own part: the rest is
worked out again, and comes out the same.
"""

import json

from assessment.method.document_types import (
    AboutJson,
    AgreedJson,
    CellJson,
    FactJson,
    GroupJson,
    IndividualsJson,
    MechanismJson,
    OwnPartJson,
    PanelJson,
    PrincipleJson,
    ResultsJson,
    ScoreJson,
    StructureJson,
    WithheldJson,
)
from assessment.method.marks import Marked, PrincipleMark
from assessment.method.mechanisms import MechanismMark
from assessment.method.numbers import two_decimals
from assessment.method.results import Cell, FactCheck, Released, Results, Withheld
from assessment.method.scores import Score
from assessment.method.structure import StructureFigures

COMMENTS = (
    "Comments that people wrote are in no file: they stand on the report's page alone, and only "
    "where enough people wrote."
)


def to_json(marked: Marked) -> str:
    return json.dumps(document(marked), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def document(marked: Marked) -> ResultsJson:
    results = marked.results
    return {
        "method": results.instrument.method,
        "instrument": results.instrument.version,
        **about_part(results),
        "perspectives": {c: perspective_part(r) for c, r in results.perspectives.items()},
        "panel": panel_part(results),
        "groups": {c: groups_part(r) for c, r in results.perspectives.items() if r.groups},
        "cells": {c: cells_part(r) for c, r in results.perspectives.items()},
        "principles": {code: principle_part(one) for code, one in marked.principles.items()},
        "structure": structure_part(marked.structure),
        "mechanisms": {code: mechanism_part(one) for code, one in marked.mechanisms.items()},
        **own_part_json(results),
        "confidence": marked.confidence,
        "comments": COMMENTS,
    }


def about_part(results: Results) -> AboutJson:
    about = results.about
    return {
        "form": about.length,
        "organisation": about.organisation,
        "programme": about.programme,
        "setting": about.setting,
        "closed": about.closed.isoformat() if about.closed else None,
        "mutual": about.mutual,
    }


def perspective_part(released: Released) -> IndividualsJson | AgreedJson:
    how, spread = released.individuals, released.spread
    if how is None:
        return {"kind": released.mode}
    return {
        "kind": released.mode,
        "door": how.door,
        "k": how.k,
        "size": how.size,
        "responded": released.responded,
        "m": spread.m if spread else None,
        "sd": spread.sd if spread else None,
    }


def panel_part(results: Results) -> PanelJson | None:
    panel = results.about.panel
    return (
        None
        if panel is None
        else {"people": panel.people, "lived_experience": panel.lived_experience}
    )


def groups_part(released: Released) -> list[GroupJson]:
    return [
        {"people": g.people, "from": g.drawn_from, "different_view": g.different_view}
        for g in released.groups
    ]


def cells_part(released: Released) -> dict[str, CellJson | WithheldJson]:
    return {item: cell_part(cell) for item, cell in released.cells.items()}


def cell_part(cell: Cell | Withheld) -> CellJson | WithheldJson:
    if isinstance(cell, Withheld):
        return {"withheld": cell.reason}
    return {"n": cell.n, "value": cell.value, "shown": cell.shown}


def principle_part(mark: PrincipleMark) -> PrincipleJson:
    views = mark.views
    return {
        "perspectives": {code: score_part(score) for code, score in mark.scores.items()},
        "L": {"P": two_decimals(views.practice), "W": two_decimals(views.warning)},
        "O": two_decimals(views.others),
        "gap": two_decimals(views.gap),
        "all_round": two_decimals(views.all_round),
        "level": mark.level,
        "confirmed": mark.confirmed,
        "borderline": mark.borderline,
        "reasons": list(mark.reasons),
        "clears": list(mark.clears),
    }


def score_part(score: Score) -> ScoreJson:
    return {
        "P": two_decimals(score.practice),
        "W": two_decimals(score.warning),
        "n": score.n,
        "low": two_decimals(score.low),
        "high": two_decimals(score.high),
        "not_known": score.not_known,
    }


def structure_part(structure: StructureFigures) -> StructureJson:
    return {
        "FORMAL": two_decimals(structure.formal),
        "ROOTED": two_decimals(structure.rooted),
        "SUPPORT": two_decimals(structure.support),
        "ESSENCE": two_decimals(structure.essence),
        "profile": structure.profile,
        "marks": list(structure.marks),
        "domains": {code: two_decimals(score) for code, score in structure.domains.items()},
    }


def mechanism_part(mark: MechanismMark) -> MechanismJson:
    return {
        "score": two_decimals(mark.score),
        "status": mark.status,
        "facts": {code: check.answer for code, check in mark.facts.items()},
    }


def own_part_json(results: Results) -> OwnPartJson:
    own_part = results.own_part
    return {
        "standards": {
            code: {"rating": rating.rating, "evidence": rating.evidence}
            for code, rating in own_part.standards.items()
        },
        "facts": {code: fact_json(check) for code, check in own_part.facts.items()},
        "pyramid": dict(own_part.pyramid),
    }


def fact_json(check: FactCheck) -> FactJson:
    day = check.date.isoformat() if check.date else None
    return {"answer": check.answer, "date": day, "evidence": check.evidence}
