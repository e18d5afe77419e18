"""HTML drawn once for many, cut at its gaps and filled in for each.

A gap is where a radio button may be checked, or a name between two marks that no keyboard types.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from assessment.method.responses import Answer
from assessment.respondent.answer_forms import field_value

MARK = "\ue000"  # for private use: in no font and on no keyboard
# A radio button as the form pack writes it, cut behind its value; or a name between two marks.
GAP = re.compile(rf'(<input type="radio" name="([\w-]+)" value="(\w+)")|{MARK}(\w+){MARK}')
TOKEN, CODE, SEEN = "token", "code", "seen"


def gap(name: str) -> str:
    return f"{MARK}{name}{MARK}"


@dataclass(frozen=True)
class Drawn:
    """HTML cut at its gaps: a radio button's (item, value), or a name."""

    parts: tuple[str, ...]
    gaps: tuple[tuple[str, str] | str, ...]

    def filled(self, answers: Mapping[str, Answer], **named: str) -> SafeString:
        """With these answers checked; what is blank has nothing checked. ``named``: by gap."""
        fillings: dict[tuple[str, str] | str, str] = {}
        fillings.update(named)
        for item, answer in answers.items():
            if answer is not None:
                fillings[item, field_value(answer)] = " checked"
        pieces = [self.parts[0]]
        for gap, part in zip(self.gaps, self.parts[1:], strict=True):
            pieces += (fillings.get(gap, ""), part)
        return mark_safe("".join(pieces))  # noqa: S308 (the templates escaped every word of it)


def cut_at_gaps(html: str) -> Drawn:
    parts, gaps, end = [], [], 0
    for match in GAP.finditer(html):
        is_radio = match[1] is not None
        parts.append(html[end : match.end() if is_radio else match.start()])
        gaps.append((match[2], match[3]) if is_radio else match[4])
        end = match.end()
    return Drawn((*parts, html[end:]), tuple(gaps))
