"""Comparing organisations (docs/method.md section 11). Pure; nothing here knows a collaboration.

| module | what |
|---|---|
| sharing, shared_document | what leaves an organisation, and the file that it leaves in |
| members, counting, comparing | an organisation beside the others |
| comparison_document | comparison.json |
| traces, versions | figures made again |
"""
