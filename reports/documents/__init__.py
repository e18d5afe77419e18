"""Documents that leave the browser: PDF, Word and slides, each from plain values.

| module | what |
|---|---|
| typesetting | a typst template and its data as a tagged PDF |

No Django and no subject. A new PDF is a ``.typ`` file beside the module that knows its subject, and
a call of ``typesetting.pdf``.
"""
