"""An organisation's assessments: setting up, opening, the statement, closing."""

from tests.access.rows import Row

ROWS: list[Row] = []
