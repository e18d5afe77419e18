"""Questionnaires and posters on paper: how they are made, and how filled in ones come back.

``out`` makes them with the templates of ``assessment.paper``; ``pages`` are the site's; ``reading``
takes photographs and scans of what was filled in. ``exports`` reads what other survey tools write,
and ``from_file`` brings such a file, or an answers workbook, into an assessment that is open.
"""
