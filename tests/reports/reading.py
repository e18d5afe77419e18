"""Reading a page as a program would: well formed, its tables by their caption."""

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
APART = {"br", "li", "p", "dt", "dd", "td", "th", "tr", "h1", "h2", "h3", "h4", "summary", "svg"}


class Page(HTMLParser):
    """Raises where an element is left open or closed twice; gathers ids, links and tables."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.targets, self.tables = [], [], [], {}
        self.tags, self.table, self.row, self.cell, self.text = [], None, None, None, []
        self.feed(html)
        self.close()
        assert not self.open, f"left open: {self.open}"
        assert len(self.ids) == len(set(self.ids)), "two elements share an id"

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append((tag, attrs))
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if attrs.get("href", "").startswith("#"):
            self.targets.append(attrs["href"][1:])
        if tag in APART:
            self.text.append(" ")
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self.table = []
        if tag == "caption":
            self.cell = []
        if tag == "tr":
            self.row = []
        if tag in ("th", "td"):
            self.cell = []

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open, f"{tag} closed and never opened"
        assert self.open.pop() == tag, f"{tag} closed out of turn"
        if tag in ("th", "td"):
            self.row.append(" ".join("".join(self.cell).split()))
            self.cell = None
        if tag == "caption":
            self.caption = " ".join("".join(self.cell).split())
            self.cell = None
        if tag == "tr":
            self.table.append(self.row)
        if tag == "table":
            self.tables.setdefault(self.caption, []).append(self.table)

    def handle_data(self, data):
        self.text.append(data)
        if self.cell is not None:
            self.cell.append(data)

    @property
    def words(self):
        return " ".join("".join(self.text).split())


def page_of(response):
    return Page(response.content.decode())
