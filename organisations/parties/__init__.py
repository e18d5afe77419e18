"""What an organisation and a collaboration have alike: people with roles, invitations, a log.

Said and done once here, for any kind of party. A kind says in its own models what is its own:
its roles, its sentences, the names of its addresses (``PartyKind``).

| module | what |
|---|---|
| kinds | the roles of a kind, and what else tells it from another |
| bases | the abstract models; each kind keeps its own tables |
| log | what was done, by whom |
| seats | changing a role, removing somebody |
| invitations | a one-time link is made, taken back, accepted |
| newcomers | an account for somebody new |
| invitation_mail | the link, and the mail that carries it |
| people_forms, people_page | the page of a party's people |
| joining_page | the page behind an invitation's link |
"""
