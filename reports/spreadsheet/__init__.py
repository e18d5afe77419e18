"""Spreadsheets written cell by cell: no Django and no subject.

| module | what |
|---|---|
| writing | pages: lines above, a table, view and print |
| sheet_cells | the one place that writes cells; text stays text |
| csv_text | the same values as CSV |
| fitting | how wide and how high text needs to be |
| looks | fonts, fills and borders, and how a level looks without colour |
| native_radar, native_bars | native charts with alt text |
| saving | the same workbook is always the same bytes |
"""
