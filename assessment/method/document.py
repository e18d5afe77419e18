"""``results.json``: everything released and everything made of it, for other programs.

Figures have two decimals, half up; a missing one is null. docs/results.schema.json is its JSON
Schema. ``from_json`` reads back only what was released and the organisation's own part: the rest
is worked out again, and comes out the same.
"""

import json
from typing import Any

from assessment.method.marks import Marked, PrincipleMark
from assessment.method.mechanisms import MechanismMark
from assessment.method.numbers import two_decimals
from assessment.method.results import Cell, Released, Results, Withheld
from assessment.method.scores import Score
from assessment.method.structure import StructureFigures

Json = dict[str, Any]


def to_json(marked: Marked) -> str:
    return json.dumps(document(marked), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def document(marked: Marked) -> Json:
    results = marked.results
    return {
        "method": results.instrument.method,
        "instrument": results.instrument.version,
        **about_part(results),
        "perspectives": {c: perspective_part(r) for c, r in results.perspectives.items()},
        "panel": panel_part(results),
        "groups": {c: groups_part(r) for c, r in results.perspectives.items() if r.groups},
        "cells": {
            code: {item: cell_part(cell) for item, cell in released.cells.items()}
            for code, released in results.perspectives.items()
        },
        "principles": {code: principle_part(one) for code, one in marked.principles.items()},
        "structure": structure_part(marked.structure),
        "mechanisms": {code: mechanism_part(one) for code, one in marked.mechanisms.items()},
        **own_part_json(results),
        "confidence": str(marked.confidence),
    }


def about_part(results: Results) -> Json:
    about = results.about
    return {
        "form": str(about.length),
        "organisation": about.organisation,
        "programme": about.programme,
        "setting": about.setting,
        "closed": about.closed.isoformat() if about.closed else None,
        "mutual": about.mutual,
    }


def perspective_part(released: Released) -> Json:
    how, spread = released.individuals, released.spread
    if how is None:
        return {"kind": str(released.mode)}
    return {
        "kind": str(released.mode),
        "door": str(how.door),
        "k": how.k,
        "size": how.size,
        "responded": released.responded,
        "m": spread and spread.m,
        "sd": spread and spread.sd,
    }


def panel_part(results: Results) -> Json | None:
    panel = results.about.panel
    return (
        None
        if panel is None
        else {"people": panel.people, "lived_experience": panel.lived_experience}
    )


def groups_part(released: Released) -> list[Json]:
    return [
        {"people": g.people, "from": g.drawn_from, "different_view": g.different_view}
        for g in released.groups
    ]


def cell_part(cell: Cell | Withheld) -> Json:
    if isinstance(cell, Withheld):
        return {"withheld": cell.reason}
    return {"n": cell.n, "value": cell.value, "shown": cell.shown}


def principle_part(mark: PrincipleMark) -> Json:
    views = mark.views
    return {
        "perspectives": {code: score_part(score) for code, score in mark.scores.items()},
        "L": {"P": two_decimals(views.practice), "W": two_decimals(views.warning)},
        "O": two_decimals(views.others),
        "gap": two_decimals(views.gap),
        "all_round": two_decimals(views.all_round),
        "level": str(mark.level),
        "confirmed": mark.confirmed,
        "borderline": mark.borderline,
        "reasons": list(mark.reasons),
        "clears": list(mark.clears),
    }


def score_part(score: Score) -> Json:
    return {
        "P": two_decimals(score.practice),
        "W": two_decimals(score.warning),
        "n": score.n,
        "low": two_decimals(score.low),
        "high": two_decimals(score.high),
        "not_known": score.not_known,
    }


def structure_part(structure: StructureFigures) -> Json:
    return {
        "FORMAL": two_decimals(structure.formal),
        "ROOTED": two_decimals(structure.rooted),
        "SUPPORT": two_decimals(structure.support),
        "ESSENCE": two_decimals(structure.essence),
        "profile": str(structure.profile),
        "marks": [str(mark) for mark in structure.marks],
        "domains": {code: two_decimals(score) for code, score in structure.domains.items()},
    }


def mechanism_part(mark: MechanismMark) -> Json:
    return {
        "score": two_decimals(mark.score),
        "status": str(mark.status),
        "facts": {code: str(check.answer) for code, check in mark.facts.items()},
    }


def own_part_json(results: Results) -> Json:
    own_part = results.own_part
    return {
        "standards": {
            code: {"rating": rating.rating, "evidence": rating.evidence}
            for code, rating in own_part.standards.items()
        },
        "facts": {
            code: {
                "answer": str(check.answer),
                "date": check.date.isoformat() if check.date else None,
                "evidence": check.evidence,
            }
            for code, check in own_part.facts.items()
        },
        "pyramid": dict(own_part.pyramid),
    }
