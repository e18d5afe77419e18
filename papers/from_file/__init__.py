"""A file of answers on the site: looked at first, put in when somebody says so, kept nowhere.

| module | holds |
|---|---|
| held_file | the file itself, sealed into the page that shows what is in it |
| file_reading | what is in it: questionnaires, faults, notes |
| blank_workbook | the workbook to fill in |
| settled | what an export is taken for: chosen on the page, kept in a file for next time |
"""
