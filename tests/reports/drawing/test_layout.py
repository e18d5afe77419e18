"""Nothing overlaps or leaves its sheet, in any chart of any state."""

import pytest
from matplotlib.text import Text

from tests.reports.drawing.reading import drawn, words_stand_apart
from tests.reports.drawing.sets import EVERY


@pytest.mark.one_in(3)
@pytest.mark.parametrize(("design", "of"), EVERY.values(), ids=EVERY)
def test_words_stay_on_the_sheet_and_off_each_other(design, of):
    figure = drawn(design, of)

    words_stand_apart(figure)
    assert not any(text.get_parse_math() or text.get_usetex() for text in figure.findobj(Text))
