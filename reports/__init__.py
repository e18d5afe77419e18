"""What may be said: charts, workbooks and pages, all computed from released cells."""
