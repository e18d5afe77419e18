"""Documents that leave the browser: PDF, Word and slides, each from plain values.

| module | what |
|---|---|
| outline | what a document says, before it is set |
| bound, word | an outline as a PDF, as a Word document |
| deck, slides | what slides say, and they as a file with charts that can be edited |

The ``.typ`` files are the PDFs' templates, all dressed by look.typ. No Django and no subject.
"""
