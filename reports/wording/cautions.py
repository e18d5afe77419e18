"""With what caution the figures of a chart are to be read: what stands at its foot."""

CAUTION = "drafted method, not validated: use it to talk, not to rank."
SCORES = f"Scores 0-100; {CAUTION}"
OWN_SCORES = f"Scores 0-100, self-assessed; {CAUTION}"
OWN_RATING = f"Rated by the organisation itself; {CAUTION}"
