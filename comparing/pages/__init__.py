"""Comparing on the site: what a member shares and sees of a round, and what its collaboration sees.

| module | what |
|---|---|
| collaboration, taking_part | a collaboration's own page; accepting an invitation to it |
| joined | the collaborations of an organisation; leaving one, and removing a member |
| round_planning | planning a round, and changing it until it is closed |
| sharing_pages | an owner shares, with a preview of all that leaves, and takes it back |
| member_page | a member's page of a round; ``standing`` says how it stands there |
| whole_round | the collaboration's page of a round; closing it, and making its figures again |
| round_first, round_tables | what the pages show of a comparison, as values for their templates |
| named_table, chosen_actions | those who share by name; what members chose to do |
| round_parts, round_crumbs | the parts that both pages of a round have |
| round_files | a comparison as workbook, CSV, JSON and pictures |
"""
