"""What stands above a chart, and under it."""

TITLES = {
    "principles": "The twelve principles: lived experience and others",
    "standards": "The standards by domain: the organisation's own rating",
    "map": "Structure and essence side by side",
    "perspectives": "How each perspective rates the twelve principles",
    "pyramid": "The pyramid of peer support around here",
}
OVER_TIME_TITLES = {
    "then-and-now": "The lived-experience view then and now",
    "change": "Each perspective then and now",
    "line": "The lived-experience view over time",
}
CAUTION = "drafted method, not validated: use it to talk, not to rank."
SCORES = f"Scores 0-100; {CAUTION}"
OWN_SCORES = f"Scores 0-100, self-assessed; {CAUTION}"
OWN_RATING = f"Rated by the organisation itself; {CAUTION}"
