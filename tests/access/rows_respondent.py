"""The respondent's pages, for people who are not signed in."""

from tests.access.rows import Row

ROWS: list[Row] = []
