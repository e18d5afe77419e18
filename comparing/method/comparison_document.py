"""``comparison.json``: an organisation beside the others, for other programs.

Figures have two decimals, half up. Those that may not be shown are null, and ``why`` says why.
``version`` and the ``earlier`` ones let the next comparison be held against them (``versions``).
"""

import json
from collections.abc import Sequence
from typing import Any

from assessment.method.numbers import two_decimals
from comparing.method.comparing import Compared, Comparison
from comparing.method.counting import WORDS
from comparing.method.members import PARTS, ComparedMember, Key
from comparing.method.traces import Trace, from_trace_json, to_trace_json

Json = dict[str, Any]


class ComparisonError(ValueError):
    """A comparison.json that cannot be read; one sentence."""


def to_comparison_json(
    comparison: Comparison, trace: Trace | None = None, earlier: Sequence[Trace] = ()
) -> str:
    found = comparison_document(comparison)
    if trace is not None:
        found["version"] = to_trace_json(trace)
        found["earlier"] = [to_trace_json(one) for one in earlier]
    return json.dumps(found, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def comparison_document(comparison: Comparison) -> Json:
    viewer = comparison.viewer
    parts: dict[str, Json] = {part: {} for part in PARTS}
    for key, one in comparison.figures.items():
        parts[key[0]][key[1]] = compared_part(key, one, own=viewer is not None)
    return {
        "method": comparison.instrument.method,
        "instrument": comparison.instrument.version,
        "viewer": viewer.name if viewer else None,
        "sharing": comparison.sharing,
        **parts,
        "named": [named_part(one) for one in comparison.named],
    }


def compared_part(key: Key, one: Compared, *, own: bool) -> Json:
    found: Json = {"own": two_decimals(one.own)} if own else {}
    found |= {"others": one.others, **spread_part(one)}
    if own:
        found["third"] = one.third and str(one.third)
    if key[0] in WORDS:
        found[WORDS[key[0]][0]] = one.counts and dict(one.counts)
    found["why"] = one.why
    found["kinds"] = {
        kind: {"others": part.others, **spread_part(part)} for kind, part in one.kinds.items()
    }
    return found


def spread_part(one: Compared) -> Json:
    return {name: two_decimals(getattr(one, name)) for name in ("mean", "median", "q1", "q3")}


def named_part(member: ComparedMember) -> Json:
    parts: dict[str, Json] = {part: {} for part in PARTS}
    for (part, code), value in member.figures.values.items():
        parts[part][code] = two_decimals(value)
    return {
        "organisation": member.name,
        "kind": member.kind,
        **parts,
        "levels": dict(member.figures.levels),
        "statuses": dict(member.figures.statuses),
    }


def read_traces(text: str) -> tuple[Trace, ...]:
    """The version a comparison.json was made of and those before it; ComparisonError where it says
    none.
    """
    try:
        found = json.loads(text)
        return tuple(map(from_trace_json, [found["version"], *found["earlier"]]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ComparisonError(
            "it is no comparison.json that says which version it is of: name one that compare wrote"
        ) from error
