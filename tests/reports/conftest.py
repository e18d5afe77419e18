import pytest

from reports import kept_charts


@pytest.fixture
def drawn(monkeypatch):
    """The names of the charts that were drawn for the site since."""
    names, draw = [], kept_charts.printed

    def counted(picture):
        names.append(picture.name)
        return draw(picture)

    monkeypatch.setattr(kept_charts, "printed", counted)
    return names
