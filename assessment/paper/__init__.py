"""What leaves on paper or as a PDF, set by one engine. Posters and questionnaires: ``papers``.

| module | what |
|---|---|
| typesetting | a typst template and its data as a tagged PDF |

A new PDF is a ``.typ`` file beside the module that knows its subject, and a call of
``typesetting.pdf``. It stands here, below reports, because people are asked on paper too.
"""
