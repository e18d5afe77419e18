"""One's own account: signing in, the second step, the address, notices. allauth does the work.

| module | what |
|---|---|
| urls | which of allauth's pages there are, and no others |
| sign_in_rules | what allauth asks us: who may, what is mailed, what is noted |
| signing_in_again | what was typed when a session had ended |
| account_forms | its forms, where ours ask for something else |
| change_of_address | the page for a new e-mail address |
| wrong_passwords | how they are slowed, and nobody else with them |
| known_devices | devices that have signed in before |
| second_step | who needs an authenticator app, and how its key is kept |
| at_rest | secrets in the database, readable with SECRET_KEY only |
| session_end | sessions that end by themselves |
| passwords | what makes a password too easy |
| security_events | what is mailed to a person and noted when it happens to an account |
"""
