"""Taking an assessment: answers in, released cells out."""
