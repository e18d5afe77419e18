"""Slips: as many as people, shown once, each for one answer, and nobody's."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from assessment.asked import HowAsked
from assessment.ballots import Ballots, Draft, Kind
from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Assessment, Slip
from assessment.sealing import sealed_width
from assessment.slip_codes import ALPHABET, in_groups, looks_like_a_slip_code, tidy_slip_code
from assessment.steps import answering, closing, setting_up, slips
from organisations.models import AuditEntry, Membership
from organisations.refusal import Refusal
from questions.reading import DEFAULT_VERSION
from tests.assessment.answered import open_with_slips

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(cast):
    return open_with_slips(cast, receiving=12, staff=6)


@pytest.fixture
def receiving(opened):
    return opened.perspectives.get(code="receiving")


@pytest.fixture
def sheet(receiving, cast):
    return slips.print_sheet(perspective=receiving, who=cast.keeper)


def begun(link, slip, *, anew=False):
    return answering.begin(link=link, slip=slip, anew=anew)


def fill(perspective, width, number):
    """As if so many had answered."""
    sealed = bytes(sealed_width(width) * number)
    Ballots.objects.create(perspective=perspective, kind=Kind.ANSWERS, sealed=sealed)


def answered(draft):
    codes = answering.item_codes(draft.link.perspective.assessment)
    answering.save_page(draft=draft, answers={codes[0]: 3})
    return draft


def test_a_sheet_has_a_slip_for_each_person(sheet, receiving):
    assert len(set(sheet)) == 12
    assert all(looks_like_a_slip_code(code) for code in sheet)
    receiving.refresh_from_db()
    assert receiving.printed == receiving.slips.count() == 12


def test_the_database_holds_no_code(sheet):
    kept = str(list(Slip.objects.values())) + str(list(AuditEntry.objects.values()))
    assert not any(code in kept for code in sheet)


@pytest.mark.usefixtures("sheet")
def test_a_row_tells_no_place_on_the_sheet():
    kept = list(Slip.objects.order_by("pk").values_list("code_hmac", flat=True))
    assert kept == sorted(kept)


def test_a_sheet_is_printed_once(sheet, receiving, cast):
    assert sheet
    with pytest.raises(Refusal, match="printed"):
        slips.print_sheet(perspective=receiving, who=cast.keeper)
    assert Slip.objects.count() == 12


@pytest.mark.parametrize("who", ["owner", "editor", "viewer", "stranger"])
def test_nobody_but_the_keeper_prints(receiving, cast, who):
    with pytest.raises(Refusal, match="keeper"):
        slips.print_sheet(perspective=receiving, who=getattr(cast, who))
    assert not Slip.objects.exists()


def test_a_keeper_who_has_become_an_owner_prints_no_more(receiving, cast):
    Membership.objects.filter(user=cast.keeper).update(role="owner")
    with pytest.raises(Refusal, match="keeper"):
        slips.print_sheet(perspective=receiving, who=cast.keeper)


def test_a_few_more_and_not_more(sheet, receiving, cast):
    """Twelve people: three more in all."""
    assert len(sheet + slips.add_slips(perspective=receiving, number=2, who=cast.keeper)) == 14
    for number in (0, 2, -1):
        with pytest.raises(Refusal, match="cannot be added"):
            slips.add_slips(perspective=receiving, number=number, who=cast.keeper)
    assert len(slips.add_slips(perspective=receiving, number=1, who=cast.keeper)) == 1
    with pytest.raises(Refusal, match="cannot be added"):
        slips.add_slips(perspective=receiving, number=1, who=cast.keeper)
    receiving.refresh_from_db()
    assert receiving.printed == Slip.objects.count() == 15


@pytest.mark.parametrize(("size", "most"), [(1, 3), (30, 3), (39, 3), (40, 4), (500, 50)])
def test_a_tenth_more_in_a_large_group(receiving, size, most):
    receiving.size = receiving.printed = size
    assert slips.more_allowed(receiving) == most


def test_no_more_before_the_sheet(receiving, cast):
    with pytest.raises(Refusal, match="cannot be added"):
        slips.add_slips(perspective=receiving, number=1, who=cast.keeper)


def test_voiding_takes_every_slip_of_its_own_sheet(opened, sheet, receiving, cast):
    other = slips.print_sheet(perspective=opened.perspectives.get(code="staff"), who=cast.keeper)
    slips.void_sheet(perspective=receiving, who=cast.keeper)
    with pytest.raises(slips.UnknownSlip):
        begun(receiving.link, sheet[0])
    assert Slip.objects.count() == len(other) == 6
    assert len(slips.print_sheet(perspective=receiving, who=cast.keeper)) == 12


@pytest.mark.parametrize(
    "how_far", [lambda draft: draft, lambda d: answering.send(draft=answered(d))]
)
def test_nothing_is_voided_once_somebody_has_begun(sheet, receiving, cast, how_far):
    how_far(begun(receiving.link, sheet[0]))
    with pytest.raises(Refusal, match="has been used"):
        slips.void_sheet(perspective=receiving, who=cast.keeper)
    assert Slip.objects.count() == 12


def test_a_slip_works_once(sheet, receiving):
    answering.send(draft=answered(begun(receiving.link, sheet[0])))
    with pytest.raises(slips.SlipUsed):
        begun(receiving.link, sheet[0])
    with pytest.raises(slips.SlipUsed):
        begun(receiving.link, sheet[0], anew=True)
    assert begun(receiving.link, sheet[1])


def test_nothing_leads_from_an_answer_to_its_slip(sheet, receiving):
    draft = answered(begun(receiving.link, sheet[0]))
    assert draft.row.slip_id
    answering.send(draft=draft)
    assert Draft.objects.get(pk=draft.row.pk).slip_id is None
    assert Slip.objects.filter(spent=True).count() == 1


def test_one_draft_at_a_time(sheet, receiving):
    first = answered(begun(receiving.link, sheet[0]))
    with pytest.raises(slips.SlipBegun):
        begun(receiving.link, sheet[0])
    assert Draft.objects.get() == first.row
    second = begun(receiving.link, sheet[0], anew=True)
    assert Draft.objects.get() == second.row
    with pytest.raises(answering.NotOpen):
        answering.send(draft=first)


def test_a_slip_opens_its_own_door_only(opened, sheet):
    staff = opened.perspectives.get(code="staff")
    with pytest.raises(slips.UnknownSlip):
        begun(staff.link, sheet[0])
    with pytest.raises(slips.UnknownSlip):
        begun(staff.link, "")


@pytest.mark.parametrize(
    "typed", ["{0}", "{0} {1} {2}", " {0}-{1}/{2}. ", "{0},{1},{2}", "{0}\n{1}\t{2}"]
)
@pytest.mark.parametrize("case", [str.upper, str.lower])
def test_a_code_is_read_as_people_type_it(sheet, receiving, typed, case):
    whole = sheet[0] if typed == "{0}" else ""
    fours = [whole] if whole else in_groups(sheet[0]).split()
    assert begun(receiving.link, case(typed.format(*fours)))


@pytest.mark.parametrize(
    ("typed", "read"), [("0O1I L7K4M2X", "00111 7K4M2X".replace(" ", "")), ("", ""), ("é—7", "7")]
)
def test_letters_that_look_like_figures_are_read_as_those(typed, read):
    assert tidy_slip_code(typed) == read


def test_the_alphabet():
    """Sixty bits in twelve characters, none of them like another."""
    assert len(ALPHABET) == len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)
    assert not looks_like_a_slip_code("7K4M Q2XW 9TR")
    assert not looks_like_a_slip_code("7K4M Q2XW 9TRBB")
    assert not looks_like_a_slip_code("7K4M Q2XW 9TRU")


@pytest.mark.parametrize(("number", "taken"), [(23, True), (24, False)])
def test_an_open_link_stops_at_twice_its_people(cast, number, taken):
    """Both sides of the cut, at beginning and at sending."""
    assessment = open_with_slips(cast, door=Door.OPEN, receiving=12)
    link = assessment.perspectives.get(code="receiving").link
    waiting = answered(begun(link, ""))
    width = len(answering.item_codes(assessment))
    fill(link.perspective, width, number)
    if taken:
        begun(link, "")
        answering.send(draft=waiting)
        return
    for step in (lambda: begun(link, ""), lambda: answering.send(draft=waiting)):
        with pytest.raises(answering.DoorFull):
            step()
    assert len(Ballots.objects.get(kind=Kind.ANSWERS).sealed) == sealed_width(width) * number


def test_an_open_link_of_nobody_knows_how_many_does_not_stop(cast):
    assessment = open_with_slips(cast, door=Door.OPEN, receiving=None)
    link = assessment.perspectives.get(code="receiving").link
    width = len(answering.item_codes(assessment))
    fill(link.perspective, width, 400)
    answering.send(draft=answered(begun(link, "")))


def test_closing_takes_the_slips_with_it(opened, sheet, receiving, cast):
    answering.send(draft=answered(begun(receiving.link, sheet[0])))
    closing.close(assessment=opened, who=cast.owner)
    assert not Slip.objects.exists()
    receiving.refresh_from_db()
    assert receiving.printed == 12
    with pytest.raises(answering.NotOpen):
        begun(receiving.link, sheet[1])


# --- The keeper ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "may"),
    [("keeper", True), ("viewer", True), ("editor", True), ("owner", False), ("stranger", False)],
)
def test_the_keeper_is_somebody_of_the_team_and_no_owner(cast, who, may):
    assessment = open_with_slips(cast, receiving=12)
    person = getattr(cast, who)
    if may:
        slips.name_keeper(assessment=assessment, keeper=person, who=cast.owner)
        assert Assessment.objects.get().keeper == person
    else:
        with pytest.raises(Refusal, match="not an owner"):
            slips.name_keeper(assessment=assessment, keeper=person, who=cast.owner)


def test_an_owner_alone_keeps_the_slips(cast):
    Membership.objects.filter(party=cast.organisation).exclude(user=cast.owner).delete()
    assessment = open_with_slips(cast, keeper=cast.owner, receiving=12)
    sheet = assessment.perspectives.get(code="receiving")
    assert len(slips.print_sheet(perspective=sheet, who=cast.owner)) == 12


def test_a_new_keeper_is_written_down_and_prints_no_second_sheet(opened, sheet, receiving, cast):
    assert sheet
    slips.name_keeper(assessment=opened, keeper=cast.viewer, who=cast.owner)
    assert "keeper of the slips of Autumn" in AuditEntry.objects.first().what
    with pytest.raises(Refusal, match="printed"):
        slips.print_sheet(perspective=receiving, who=cast.viewer)
    with pytest.raises(Refusal, match="keeper"):
        slips.add_slips(perspective=receiving, number=1, who=cast.keeper)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"keeper": None}, "Name a keeper"),
        ({"size": None}, "how many people"),
        ({"closes_on": None}, "on which day"),
    ],
)
def test_it_does_not_open_without_what_slips_need(cast, how, said):
    with pytest.raises(Refusal, match=said):
        open_with_slips(cast, receiving=how.pop("size", 12), **how)
    assert not Slip.objects.exists()


def test_groups_need_neither_day_nor_keeper(cast):
    assessment = setting_up.create(
        programme=cast.programme, who=cast.owner, name="Autumn", instrument=DEFAULT_VERSION
    )
    chosen = {"panel": HowAsked(Mode.GROUP)}
    setting_up.choose_perspectives(assessment=assessment, chosen=chosen)
    setting_up.open_for_answers(assessment=assessment, who=cast.owner)
    closing.close(assessment=assessment, who=cast.owner)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_send_with_one_slip_one_is_counted(cast):
    """Begun twice in the same moment, or by a photograph of a slip."""
    receiving = open_with_slips(cast, receiving=12).perspectives.get(code="receiving")
    (code, *_) = slips.print_sheet(perspective=receiving, who=cast.keeper)
    together, outcomes = Barrier(2), []

    def begin():
        together.wait()
        try:
            outcomes.append(begun(receiving.link, code).row.pk)
        except slips.SlipBegun:
            outcomes.append(None)
        finally:
            connection.close()

    threads = [Thread(target=begin) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count(None) == 1
    assert Draft.objects.count() == 1


def test_a_slip_is_spent_once(sheet, receiving):
    """Of those who send with one at the same time, the first has it."""
    slip = begun(receiving.link, sheet[0]).row.slip_id
    slips.spend(slip)
    with pytest.raises(slips.SlipUsed):
        slips.spend(slip)
    slips.spend(None)  # whoever came without one
    assert Slip.objects.filter(spent=True).count() == 1


def test_a_group_has_no_slips(opened, cast):
    group = opened.perspectives.create(code="giving", mode=Mode.GROUP.value)
    with pytest.raises(Refusal, match="no slips"):
        slips.print_sheet(perspective=group, who=cast.keeper)


def test_who_comes_with_a_slip(opened):
    alone = opened.perspectives.get(code="receiving")
    assert answering.has_slips(alone.link)
    alone.door = Door.OPEN
    assert not answering.has_slips(alone.link)
    alone.mode, alone.door = Mode.GROUP, Door.EACH
    assert not answering.has_slips(alone.link)
