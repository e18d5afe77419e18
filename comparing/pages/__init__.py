"""Comparing on the site: what a member shares and sees of a round, and what its collaboration sees.

| module | what |
|---|---|
| collaboration, taking_part | a collaboration's own page; accepting an invitation to it |
| joined, round_lists | the collaborations of an organisation, and rounds in a list |
| round_planning | planning a round, and changing it until it opens |
| sharing_pages | an owner shares, with a preview of all that leaves, and takes it back |
| member_page, whole_round | a round as a member, its collaboration, or anybody sees it |
| open_round | what the pages of an open anonymous round tell, once a day |
| named_table, pair_page | those who share by name; two of them side by side |
| beside_page, exchange_page | rounds over the years; what members offer each other |
| round_parts, round_crumbs, round_files | what those pages have in common, and their files |
"""
