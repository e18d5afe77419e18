"""Reports, their files, actions and the public page."""

from tests.access.rows import Row

ROWS: list[Row] = []
