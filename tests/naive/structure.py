"""docs/method.md sections 7 and 8 once more, naively: structure, essence, mechanisms."""

from fractions import Fraction

from tests.naive.answers import items_of
from tests.naive.arithmetic import HIGH, LOW, at_least, figure, mean
from tests.naive.cells import value_of
from tests.naive.contract import DOMAINS, FORMAL, GROUNDING, MECHANISMS, NOT_ENOUGH, SUPPORT
from tests.naive.scores import lived_view


def is_rated(answer):
    return isinstance(answer, int)


def answered_of(standards, numbers):
    rated = [standards[f"S{number:02}"] for number in sorted(numbers)]
    return [answer for answer in rated if is_rated(answer)]


def standards_mean(standards, numbers, needs):
    """25 x mean of those answered, where enough are."""
    rated = answered_of(standards, numbers)
    return 25 * mean(rated) if len(rated) >= needs else None


def domain_means(standards):
    """25 x mean, need half answered."""
    return {
        code: standards_mean(standards, numbers, Fraction(len(numbers), 2))
        for code, numbers in DOMAINS.items()
    }


def essence_of(l_scores):
    """Mean of the L P-scores of the principles that have one, needs 8 of 12."""
    found = [score for score in l_scores if score is not None]
    return mean(found) if len(found) >= 8 else None


def profile(formal, essence):  # noqa: PLR0911
    """First that applies."""
    if essence is None:
        return NOT_ENOUGH
    if formal is None:
        return "Principles alone"
    if at_least(formal, HIGH) and not at_least(essence, HIGH) and at_least(formal - essence, 20):
        return "Structure ahead of essence"
    if at_least(essence, HIGH) and at_least(formal, HIGH):
        return "Essence and structure together"
    if at_least(essence, HIGH):
        return "Essence ahead of structure"
    if not at_least(essence, LOW) and not at_least(formal, LOW):
        return "Early days"
    return "Mixed"


def marks(rooted, support, pyramid):
    """In this order, none where its figure is missing."""
    found = []
    if rooted is not None and not at_least(rooted, LOW):
        found.append("Unrooted")
    if support is not None and not at_least(support, LOW):
        found.append("Unsupported")
    base, top = [pyramid["L1"], pyramid["L2"]], pyramid["L5"]
    if all(is_rated(layer) for layer in [*base, top]) and at_least(top - mean(base), 2):
        found.append("Top-heavy")
    return found


def numbers_beside(levels):
    """Never shown without the number of principles Holding, Under pressure and At risk."""
    return {
        name: levels.count(name) for name in ("Holding", "Under pressure", "At risk", NOT_ENOUGH)
    }


def formal_needed(found_profile, standards):
    """Principles alone: how many more Formal standards are needed, where some were rated."""
    rated = len(answered_of(standards, FORMAL))
    return 7 - rated if found_profile == "Principles alone" and rated else None


def structure(standards, pyramid, l_scores, levels):
    formal = standards_mean(standards, FORMAL, 7)
    rooted = standards_mean(standards, GROUNDING, 4)
    support = standards_mean(standards, SUPPORT, 3)
    essence = essence_of(l_scores)
    found, numbers = profile(formal, essence), numbers_beside(levels)
    told = f"{numbers['Holding']} of 12 principles hold"
    return {
        "FORMAL": figure(formal),
        "ROOTED": figure(rooted),
        "SUPPORT": figure(support),
        "ESSENCE": figure(essence),
        "profile": found,
        "told": told if found == "Principles alone" else None,
        "numbers": numbers,
        "formal_needed": formal_needed(found, standards),
        "marks": marks(rooted, support, pyramid),
        "domains": {code: figure(value) for code, value in domain_means(standards).items()},
    }


# 8. Mechanisms


def mechanism_score(code, cells, counts, length):
    """L over each of its warning items' cells, the panel's fallback item by item; their mean."""
    _, warnings, _ = MECHANISMS[code]
    asked = [item for item in warnings.split() if item in items_of(length)]
    return mean(
        lived_view({side: value_of(of[item]) for side, of in cells.items()}, counts)
        for item in asked
    )


def mechanism_status(score, answers):
    """First that applies: Present, Signs, Not evident, Not known."""
    if "yes" in answers or (score is not None and at_least(score, HIGH)):
        return "Present"
    if score is not None and at_least(score, LOW):
        return "Signs"
    if score is not None and set(answers) <= {"no", "NA"} and "no" in answers:
        return "Not evident"
    return "Not known"


def mechanism(code, cells, facts, counts, length):
    score = mechanism_score(code, cells, counts, length)
    answers = {fact: facts[fact] for fact in MECHANISMS[code][2].split()}
    return {
        "score": figure(score),
        "status": mechanism_status(score, list(answers.values())),
        "facts": answers,
    }
