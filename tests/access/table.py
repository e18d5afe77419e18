"""The one table of expectations: every route and method, and how each person is answered."""

from tests.access import (
    rows_assessment,
    rows_organisations,
    rows_reports,
    rows_respondent,
    rows_rounds,
)

TABLE = [
    *rows_organisations.ROWS,
    *rows_assessment.ROWS,
    *rows_respondent.ROWS,
    *rows_reports.ROWS,
    *rows_rounds.ROWS,
]

# django-allauth's own that we use; expectations for the group are in test_allauth.
ALLAUTH = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reauthenticate",
    "account_email",
    "account_confirm_email",
    "account_change_password",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_index",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
}
