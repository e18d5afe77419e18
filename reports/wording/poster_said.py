"""What a poster for the wall says besides the levels."""

TITLE = "The twelve principles of peer support, as we found them here"
OWN_SENTENCE = "In our own words"
