"""Documents that leave the browser: PDF, Word and slides, each from plain values.

No Django and no subject. PDFs are set by ``assessment.paper.typesetting``.
"""
