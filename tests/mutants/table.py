"""Guards, querysets, thresholds and keys, each as it is and taken away; which tests must notice.

A mutant is a text that stands once in its file and what it becomes. Where code changes, so does its
mutant: ``test_every_mutant_still_stands_once`` says which.
"""

# ruff: noqa: E501 - what stands in a line of code stands in a line here

from dataclasses import dataclass

STEPS = "tests/assessment/steps"
METHOD = "tests/assessment/method"


@dataclass(frozen=True)
class Mutant:
    file: str
    was: str
    becomes: str
    tests: str  # paths, by blanks

    def __str__(self):
        return f"{self.file}: {self.was.strip().splitlines()[0]}"


def mutants(file, tests, *changes):
    return [Mutant(file, was, becomes, tests) for was, becomes in changes]


MUTANTS = [
    *mutants(
        "assessment/steps/file_of_answers.py",
        f"{STEPS}/test_file_of_answers.py",
        ("        raise SameFile\n", "        return\n"),
        ("        raise DoorFull\n", "        return\n"),
        (" if has_slips_of(one)}", " if False}"),
        # refused by what lies in the box, it would count who has answered
        ("max(perspective.told, perspective.from_files)", "sent(perspective, assessment)"),
    ),
    *mutants(
        "papers/pages/from_file.py",
        "tests/papers/test_from_file.py",
        (' and request.POST.get("seen") == read.seen', ""),
    ),
    *mutants(
        "organisations/access.py",
        "tests/access/test_table.py",
        ("    if not seat.may(role):\n        raise PermissionDenied\n", ""),
        (
            "seats.objects.filter(Q(party=party), user=signed_in(request))",
            "seats.objects.filter(Q(party=party))",
        ),
    ),
    *mutants(
        "assessment/access.py",
        "tests/assessment/pages/test_slips_pages.py",
        (
            "    if assessment.keeper_id != signed_in(request).pk:\n        raise PermissionDenied\n",
            "",
        ),
    ),
    *mutants(
        "organisations/parties/kinds.py",
        "tests/organisations/test_team.py tests/access/test_table.py",
        ("order.index(self) >= order.index(other)", "True"),
    ),
    *mutants(
        "organisations/parties/seats.py",
        "tests/organisations/test_team.py tests/organisations/test_parties.py",
        ("    require_another_of_the_top(locked)\n    record(", "    record("),
        (
            "        require_another_of_the_top(locked)\n        end_invitations(locked, who)\n",
            "        end_invitations(locked, who)\n",
        ),
        ("made_by=seat.user_id, accepted=None", "made_by=None, accepted=None"),
        (
            "party.seats.select_for_update().filter(user=user, role=top)",
            "party.seats.select_for_update().filter(user=user)",
        ),
    ),
    *mutants(
        "organisations/parties/invitations.py",
        "tests/organisations/test_joining.py",
        ("found.filter(accepted=None, expires__gt=timezone.now())", "found.filter(accepted=None)"),
        (
            "found.filter(accepted=None, expires__gt=timezone.now())",
            "found.filter(expires__gt=timezone.now())",
        ),
        ("locked.expires <= timezone.now()", "False"),
        ("locked is None or locked.accepted or", "locked is None or"),
        ("token_hmac=token_hmac(token, purpose=PURPOSE), expires", "token_hmac=token, expires"),
    ),
    *mutants(
        "organisations/tokens.py",
        "tests/organisations/test_joining.py tests/access/test_secrets.py",
        (
            'salted_hmac(f"essence.{purpose}", token, algorithm="sha256")',
            'salted_hmac(f"essence.{purpose}", token, secret="", algorithm="sha256")',
        ),
    ),
    *mutants(
        "organisations/text_rule.py",
        "tests/organisations/test_text_rule.py",
        ("character in TURNING or", ""),
        ('CONTROL = {"Cc", "Cs", "Zl", "Zp"}', 'CONTROL = {"Cc", "Zl", "Zp"}'),
    ),
    *mutants(
        "organisations/accounts/wrong_passwords.py",
        "tests/organisations/accounts/test_signing_in.py",
        (
            "    if not all(ratelimit.consume(request, action=a, key=key, dry_run=True) for a, key in shared):\n        return False\n",
            "",
        ),
        (
            "return bool(ratelimit.consume(request, action=FROM_HERE, key=here(request, email)))",
            "return True",
        ),
    ),
    *mutants(
        "organisations/networks.py",
        "tests/organisations/accounts/test_signing_in.py",
        ("IPV6_NETWORK = 64", "IPV6_NETWORK = 128"),
    ),
    *mutants(
        "config/middleware.py",
        "tests/config/test_middleware.py tests/access/test_secrets.py",
        ("        if holds_secret(request.path):\n", "        if False:\n"),
        ('and site == "same-origin"', ""),
    ),
    *mutants(
        "organisations/secret_addresses.py",
        "tests/access/test_secrets.py tests/config/test_logs.py",
        ("isinstance(converter, SecretConverter)", "False"),
    ),
    *mutants(
        "assessment/slip_codes.py",
        f"{STEPS}/test_slips.py",
        ('token_hmac(tidy_slip_code(code), purpose="slip")', "tidy_slip_code(code)"),
        ("len(code) == LENGTH and", ""),
        ("LENGTH = 12", "LENGTH = 8"),
    ),
    *mutants(
        "assessment/steps/slips.py",
        f"{STEPS}/test_slips.py {STEPS}/test_promised_day.py",
        (
            "    if assessment.keeper != who or who not in keepers(assessment):\n",
            "    if who not in keepers(assessment):\n",
        ),
        (
            "    if assessment.keeper != who or who not in keepers(assessment):\n",
            "    if assessment.keeper != who:\n",
        ),
        (
            '    if held.printed:\n        raise Refusal(_("This sheet has been printed: it is shown once."))\n',
            "",
        ),
        ("1 <= number <= min(FEW_MORE, left)", "1 <= number <= FEW_MORE"),
        ("    if slip.spent:\n        raise SlipUsed\n", ""),
        (
            "    if not anew and Draft.objects.filter(slip=slip).exists():\n        raise SlipBegun\n",
            "",
        ),
        ("in sorted(map(slip_hmac, codes))", "in map(slip_hmac, codes)"),
        (
            '    locked.early_reason, locked.early_agreed_at = "", None\n    locked.save(update_fields=["keeper"',
            '    locked.save(update_fields=["keeper"',
        ),
    ),
    *mutants(
        "assessment/keeping.py",
        f"{STEPS}/test_slips.py",
        ("    if person not in keepers(assessment):\n", "    if False:\n"),
    ),
    *mutants(
        "assessment/steps/promised_day.py",
        f"{STEPS}/test_promised_day.py",
        ("day <= today or", ""),
        ("day <= today or", "day < today or"),
        (
            "    require_keeper(locked, who)\n    if not locked.early_reason:",
            "    if not locked.early_reason:",
        ),
        (
            '    if not locked.early_reason:\n        raise Refusal(_("Nobody has asked for an early closing."))\n',
            "",
        ),
    ),
    *mutants(
        "assessment/steps/setting_up.py",
        f"{STEPS}/test_setting_up_steps.py {STEPS}/test_slips.py {STEPS}/test_promised_day.py",
        ("    if alone and assessment.closes_on is None:\n", "    if False:\n"),
        ("    if by_slips and assessment.keeper is None:\n", "    if False:\n"),
        ("if k < smallest_k(instrument_of(assessment)):", "if False:"),
        ("closes_on < locked.closes_on and has_private_answers(locked)", "False"),
        ("    if closes_on < timezone.localdate():\n", "    if False:\n"),
    ),
    *mutants(
        "assessment/steps/closing.py",
        f"{STEPS}/test_closing_steps.py {STEPS}/test_promised_day.py {STEPS}/test_slips.py tests/assessment/test_keys.py",
        ("    require_promised_day(locked)\n", ""),
        ("    delete_answers(locked)\n", ""),
        ("    Slip.objects.filter(perspective__assessment=assessment).delete()\n", ""),
        ("    Draft.objects.filter(link__perspective__assessment=assessment).delete()\n", ""),
        ("len(box.answers) >= PEOPLE_FOR_COMMENTS and", ""),
        (" and len(box.comments) >= COMMENTS_TO_SHOW", ""),
        ("            keys.destroy(doomed.assessment)\n", "            pass\n"),
    ),
    *mutants(
        "assessment/steps/closing.py",
        "tests/assessment/test_standing_attacker.py",
        ("        steps=from_system,\n", "        steps=lambda *_: 0,\n"),
    ),
    *mutants(
        "assessment/steps/answering.py",
        f"{STEPS}/test_answering.py {STEPS}/test_slips.py",
        ("    spend(held.row.slip_id)\n", ""),
        ("    if is_blank(draft):\n        raise NothingToSend\n", ""),
        ("number >= (perspective.places", "number > (perspective.places"),
        ("assessment is None or assessment.state != State.OPEN", "assessment is None"),
    ),
    *mutants(
        "assessment/drafts.py",
        f"{STEPS}/test_answering.py {STEPS}/test_slips.py {STEPS}/test_together_steps.py",
        ("sent=True, slip=None", "sent=True"),
        (' if self.row.of_room else (b"", b"")', ""),
        ("pk=self.row.pk, sent=False, **read", "pk=self.row.pk, **read"),
        ("pk=self.row.pk, sent=False, **read", "pk=self.row.pk, sent=False"),
    ),
    *mutants(
        "assessment/sealing.py",
        "tests/assessment/test_keys.py tests/assessment/test_drafts.py tests/assessment/steps/test_answering.py",
        (
            '    return b"".join((joined[:place], sealed, joined[place:]))\n',
            "    return joined + sealed\n",
        ),
    ),
    *mutants(
        "assessment/keys.py",
        "tests/assessment/test_keys.py",
        ("0o600", "0o644"),
        ("    file.unlink(missing_ok=True)\n", ""),
        ("    if bytes(private.public_key).hex() != public:\n        raise KeyIsMissing\n", ""),
    ),
    *mutants(
        "organisations/accounts/sign_in_rules.py",
        "tests/organisations/accounts/test_signing_in.py",
        ("if not request.path.startswith(known_devices.PATH):", "if False:"),
    ),
    *mutants(
        "organisations/accounts/urls.py",
        "tests/organisations/accounts/test_signing_in.py",
        ('if email := getattr(request, "password_set_for", ""):', 'if email := "":'),
    ),
    *mutants(
        "assessment/respondent/coming_and_going.py",
        "tests/assessment/respondent/test_slip_pages.py",
        (
            "        wrong_codes.codes.count(wrong_codes.at_link(request, visit.link.pk))\n        raise\n",
            "        raise\n",
        ),
    ),
    *mutants(
        "assessment/respondent/resting.py",
        "tests/assessment/respondent/test_resting.py",
        ("compare_digest(tidy_code(form.cleaned_data[WORD]), resting.words)", "True"),
    ),
    *mutants(
        "assessment/certificate.py",
        "tests/assessment/test_certificate.py",
        (" or sealed is None", ""),
        ("sha256(bytes.fromhex(public_key))", "sha256(bytes())"),
    ),
    *mutants(
        "assessment/respondent/cookie.py",
        "tests/assessment/respondent tests/access",
        ("REST_AFTER = 20 * 60", "REST_AFTER = 21 * 60"),
        ('"httponly": True', '"httponly": False'),
    ),
    *mutants(
        "assessment/counts.py",
        "tests/assessment/test_counts.py tests/assessment/pages/test_links.py",
        ("perspective.told_on is None or perspective.told_on < today", "True"),
        ("    if sent < k:\n        return 0\n", ""),
        ("FEW = 10", "FEW = 5"),
    ),
    *mutants(
        "assessment/method/cells.py",
        METHOD,
        (
            "people_band(tally.people, how.k) if tally.people >= how.k else None",
            "tally.people if tally.people >= how.k else None",
        ),
        ("        if how.k < least:\n", "        if False:\n"),
    ),
    *mutants(
        "assessment/method/document_reading.py",
        "tests/assessment/method/test_document.py",
        ("    if not possible or cell.value", "    if cell.value"),
        ("    if not numbers_told_as(told, individuals.k):\n", "    if False:\n"),
        ("    if cell.shown != part", "    if False and cell.shown != part"),
    ),
    *mutants(
        "assessment/method/doors.py",
        METHOD,
        ("thresholds.k if door is Door.EACH else thresholds.k_open", "thresholds.k"),
    ),
    *mutants(
        "assessment/method/bands.py",
        METHOD,
        ("    return max(floor, k)\n", "    return floor\n"),
        ("wide = 5 if n < 50 else 50", "wide = 5"),
    ),
    *mutants(
        "assessment/method/blur.py",
        METHOD,
        ("Door.EACH: (1, 7, 16, 7, 1)", "Door.EACH: (0, 0, 32, 0, 0)"),
    ),
    *mutants(
        "assessment/intake/archive.py",
        "tests/assessment/intake",
        ("        if self.inflated > self.most:\n", "        if False:\n"),
        ("    if len(members) > limits.members:\n", "    if False:\n"),
        ('b"<!DOCTYPE" in text or b"<!ENTITY" in text', "False"),
        ('".." in parts', "False"),
    ),
    *mutants(
        "reports/spreadsheet/sheet_cells.py",
        "tests/reports",
        ('unicodedata.normalize("NFKC", next(seen, " "))', 'next(seen, " ")'),
    ),
]
