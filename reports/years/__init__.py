"""A programme over time: closed assessments after each other.

| module | what |
|---|---|
| over_time_pages, over_time_publications, over_time_csv | the page and its files |
| choosing, told | which assessments and events; what is said of them, made once and kept |
| then_and_now, left_out | parts of the page, as values for its templates |
"""
