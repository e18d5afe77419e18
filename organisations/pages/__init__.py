"""Pages: each view loads, guards, acts through a step and answers; one module a page's subject."""
