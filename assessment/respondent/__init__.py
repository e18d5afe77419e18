"""The respondent's pages: no script, no session, one draft that only its writer can open."""
