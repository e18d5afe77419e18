"""What each chart of a report means, in one or two plain sentences (its alt text too)."""

from reports.wording.perspectives_said import perspectives_sentence
from reports.wording.principles_said import principles_sentence
from reports.wording.profile_said import map_sentence
from reports.wording.pyramid_said import pyramid_sentence
from reports.wording.standards_said import standards_sentence

SENTENCES = {
    "principles": principles_sentence,
    "standards": standards_sentence,
    "map": map_sentence,
    "perspectives": perspectives_sentence,
    "pyramid": pyramid_sentence,
}
