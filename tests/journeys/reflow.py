"""Nothing is wider than the screen: on the narrowest phone, with text twice as large or further
apart, as people set it, and on paper (WCAG 2.2, 1.4.4, 1.4.10 and 1.4.12)."""

NARROWEST, PHONE, DESK = 320, 360, 1280
PAPER, SIDEWAYS = 665, 994  # 176 and 263 mm of a sheet of A4, between the style sheet's margins
AS_PEOPLE_SET_IT = {
    "": "",
    "with text twice as large": ":root { font-size: 200% !important }",
    "with text further apart": """
        * { line-height: 1.5 !important; letter-spacing: .12em !important;
            word-spacing: .16em !important }
        p { margin-bottom: 2em !important }""",
}


def too_wide(tab):
    """Where the page that is open reaches past the edge, in words, with what reaches there."""
    for how, style in AS_PEOPLE_SET_IT.items():
        tab.evaluate(SET, style)
        yield from reaching(tab, NARROWEST, how)
    tab.evaluate(SET, "")
    yield from sliding(tab)
    yield from reaching(tab, DESK, "")
    tab.emulate_media(media="print")
    turned = tab.locator(".sideways").count()
    yield from reaching(tab, SIDEWAYS if turned else PAPER, "on paper")
    tab.emulate_media(media="screen")


def reaching(tab, width, how):
    tab.set_viewport_size({"width": width, "height": 640})
    if tab.evaluate("document.documentElement.scrollWidth") > width:
        yield f"wider than {width} {how}: {tab.evaluate(WIDEST)}"


def sliding(tab):
    """Charts that a phone would show through a frame to be slid sideways."""
    tab.set_viewport_size({"width": PHONE, "height": 640})
    if found := tab.evaluate(SLIDING):
        yield f"slides sideways: {found}"


SLIDING = """
[...document.querySelectorAll("img, svg")].map(one => {
  for (let frame = one.parentElement; frame; frame = frame.parentElement)
    if (frame.scrollWidth > frame.clientWidth + 1
        && ["auto", "scroll"].includes(getComputedStyle(frame).overflowX))
      return one.outerHTML.slice(0, 160);
}).filter(Boolean)
"""

# Through the style sheet's own door, because the pages allow no inline style.
SET = """
style => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}
"""

# Of the elements that reach too far right, the innermost few.
WIDEST = """
(() => {
  const edge = document.documentElement.clientWidth + 1;
  const far = [...document.querySelectorAll("body *")].filter(one =>
    one.getBoundingClientRect().right > edge && !one.closest(".scroll *"));
  const inner = far.filter(one => !far.some(other => other !== one && one.contains(other)));
  return inner.slice(0, 3).map(one => one.outerHTML.slice(0, 160));
})()
"""
