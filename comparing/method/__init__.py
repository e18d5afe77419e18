"""Comparing organisations (docs/method.md section 11). Pure; nothing here knows a collaboration.

| module | what |
|---|---|
| sharing, shared_document | what leaves an organisation, and the file that it leaves in |
| alike | which instrument versions can be compared |
| members | an organisation in a round, and the figures that are compared |
| counted_once | who may share how, and the ledger that does not forget |
| told_figures, worded | what is told of one figure of several organisations: in figures, in words |
| published, named | what an anonymous round publishes; those who share by name |
| seen | what one reader sees of either |
| comparison_document | comparison.json, of either |
"""
