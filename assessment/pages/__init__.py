"""An organisation's pages about one assessment: set up, share, state, close.

A new page goes here as a function view in the module of its part (load with ``assessment_for``,
guard, act through a step, answer), into ``assessment.urls`` and into ``tests/access``.
"""
