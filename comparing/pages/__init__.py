"""Comparing on the site: what a member shares and sees of a round, and what its collaboration sees.

| module | what |
|---|---|
| joined | the collaborations of an organisation; leaving one, and removing a member |
| sharing, forms | an owner shares, with a preview of all that leaves, and takes it back |
| member | a member's page of a round; ``standing`` says how it stands there |
| overall | the collaboration's page of a round; closing it, and making its figures again |
| tables, first, named, doing | what the pages show of a comparison, as values for their templates |
| pages | the parts that both pages of a comparison have |
| files | a comparison as workbook, CSV, JSON and pictures |
| kept | what is made of a round's figures, in the memory of each worker |
"""
