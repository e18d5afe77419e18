"""What members chose to do: the suggested actions that they have in their plans."""

from django.utils.translation import gettext as _

from assessment.steps.planning import suggestions
from comparing.method.comparing import Comparison
from comparing.workbook import Chosen
from reports.actions.plan import names_of


def doing(comparison: Comparison) -> tuple[Chosen, ...]:
    """Those of most members first; nothing where that may not be told, or nobody plans any."""
    suggested, names = suggestions(comparison.instrument), names_of(comparison.instrument)
    found = (comparison.chosen or {}).items()
    return tuple(
        Chosen(names[name.partition(":")[0]], str(action.kind), action.text, members)
        for name, members in found
        if (action := suggested.get(name))
    )


def nothing_doing(comparison: Comparison) -> str:
    """Why nothing is listed."""
    if comparison.chosen is not None:
        return _("None of them has a suggested action in its plan.")
    needed = comparison.instrument.thresholds.spread_others
    if comparison.viewer is None:
        said = _("How many plan which action is told of %(needed)d organisations or more.")
    else:
        said = _("How many plan which action is told of %(needed)d others or more.")
    return said % {"needed": needed}
