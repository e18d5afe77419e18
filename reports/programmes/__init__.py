"""An organisation's programmes side by side: the latest closed assessment of each.

| module | what |
|---|---|
| side_by_side, side_by_side_publications, side_by_side_csv | the page and its files |
| standing_beside, programmes_chart | what the page says of them, made once and kept; its chart |
"""
