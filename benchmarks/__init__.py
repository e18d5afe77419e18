"""Ratios measured in one run: ``python -m benchmarks.NAME``."""

import config  # noqa: F401 - openpyxl is switched before it is imported, as on a site
