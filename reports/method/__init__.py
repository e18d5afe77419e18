"""What changed between assessments of one programme: docs/method.md section 10, in plain Python.

What one assessment means is ``assessment.method``, what several organisations may know of each
other ``comparing.method``. The page's tables and vectors are run all together, in
tests/assessment/method.
"""
