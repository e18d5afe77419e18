"""A file of answers: through the same doors, all or nothing, once; a refusal counts nobody."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from assessment import keys
from assessment.method.doors import Door
from assessment.models import Assessment, FileTaken, State
from assessment.steps import answering, closing, slips
from assessment.steps.file_of_answers import (
    FilledIn,
    MoreThanPlaces,
    SameFile,
    SlipTaken,
    enter_file,
)
from organisations.refusal import Refusal
from tests.assessment.answered import open_assessment, open_with_slips, opened, put
from tests.cast import make_cast

FILE = b"a file"


def filled_in(*strings, perspective="receiving", slips=()):
    codes = [*slips, *[""] * (len(strings) - len(slips))]
    rows = enumerate(zip(strings, codes, strict=True), start=3)
    return [FilledIn(perspective, text * 36, slip, number) for number, (text, slip) in rows]


def enter(cast, assessment, rows, content=FILE):
    enter_file(assessment=assessment, content=content, filled_in=rows, who=cast.editor)


@pytest.fixture
def shared(cast):
    return open_assessment(cast, giving="individual", receiving="individual", panel="group")


@pytest.fixture
def sized(cast):
    """An open link for five people, so with ten places; nobody has been counted yet."""
    made = open_with_slips(cast, door=Door.OPEN, receiving=5)
    assert made.perspectives.get().places == 10
    return made


def test_all_of_it_lies_among_the_others_and_the_log_says_no_number(shared, cast):
    put(shared, "receiving", [1] * 36)
    enter(cast, shared, filled_in("3", "D") + filled_in("N", perspective="giving"))
    assert opened(shared) == ["1" * 36, "3" * 36, "D" * 36, "N" * 36]
    assert closing.open_boxes(shared, iter)["giving"].answers == [b"N" * 36]
    assert cast.organisation.log.latest("pk").what == "put answers from a file into Autumn"


def test_the_same_file_changes_nothing(shared, cast):
    enter(cast, shared, filled_in("3", "4"))
    for content, rows in ((FILE, filled_in("2")), (b"saved again", filled_in("4", "3"))):
        with pytest.raises(SameFile, match="Nothing was changed"):
            enter(cast, shared, rows, content)
    assert len(opened(shared)) == 2
    enter(cast, shared, filled_in("2"), b"the next one")
    assert len(opened(shared)) == 3


def test_what_knows_a_file_again_is_keyed_and_goes_with_closing(shared, cast):
    """Whoever has the database alone cannot try what may have been in the file."""
    enter(cast, shared, filled_in("3"))
    before = set(FileTaken.objects.values_list("digest", flat=True))
    assert len(before) == 2
    keys.files_file(shared.pk).write_bytes(bytes(32))
    enter(cast, shared, filled_in("3"))
    assert len(before | set(FileTaken.objects.values_list("digest", flat=True))) == 4
    closing.close(assessment=shared, who=cast.owner)
    assert not FileTaken.objects.exists()
    assert set(shared.perspectives.values_list("from_files", flat=True)) == {0}
    keys.destroy(shared.pk)
    assert not keys.files_file(shared.pk).exists()


def test_without_its_key_no_file_comes_in(shared, cast):
    """Else the same one would come in twice."""
    enter(cast, shared, filled_in("3"))
    keys.files_file(shared.pk).unlink()
    with pytest.raises(keys.KeyIsMissing):
        enter(cast, shared, filled_in("4"), b"another")
    assert len(opened(shared)) == 1


def test_nothing_comes_in_once_it_is_not_open(shared, cast):
    Assessment.objects.update(state=State.DRAFT)
    with pytest.raises(answering.NotOpen):
        enter(cast, shared, filled_in("3"))


def test_a_group_is_left_to_its_own_pages(shared, cast):
    with pytest.raises(Refusal, match="its own pages"):
        enter(cast, shared, filled_in("3") + filled_in("3", perspective="panel"))
    assert opened(shared) == []
    assert not FileTaken.objects.exists()


def test_a_full_door_takes_no_file_either(sized, cast):
    for _one in range(10):
        put(sized, "receiving", [3])
    with pytest.raises(answering.DoorFull):
        enter(cast, sized, filled_in("3"))
    assert len(opened(sized)) == 10


def test_files_bring_no_more_than_there_are_places(sized, cast):
    with pytest.raises(MoreThanPlaces, match="two for each person"):
        enter(cast, sized, filled_in(*"3" * 11))
    enter(cast, sized, filled_in(*"3" * 6), b"one")
    with pytest.raises(MoreThanPlaces):
        enter(cast, sized, filled_in(*"2" * 5), b"two")
    enter(cast, sized, filled_in(*"2" * 4), b"two")
    assert len(opened(sized)) == 10


def test_what_was_told_of_the_door_counts_too(sized, cast):
    sized.perspectives.update(told=8)
    with pytest.raises(MoreThanPlaces):
        enter(cast, sized, filled_in(*"333"))
    enter(cast, sized, filled_in(*"33"))


@pytest.mark.parametrize("sent", [0, 4, 9])
def test_no_refusal_tells_how_many_have_answered_today(sized, cast, sent):
    """A file that is refused costs nothing: were it refused by the box, sizes tried one after the
    other would find the number of answers, and a second later one more."""
    for _one in range(sent):
        put(sized, "receiving", [3])
    with pytest.raises(MoreThanPlaces):
        enter(cast, sized, filled_in(*"3" * 11))
    enter(cast, sized, filled_in(*"3" * 10))


def test_each_needs_a_slip_and_no_refusal_tells_which_are_used(cast):
    """A file that is refused costs nothing: whoever holds codes could ask after every one of them,
    as often as they like, by a file that cannot come in whatever the others are."""
    made = open_with_slips(cast, receiving=12)
    codes = slips.print_sheet(perspective=made.perspectives.get(), who=cast.keeper)
    enter(cast, made, filled_in("3", "4", slips=codes[:2]))
    assert opened(made) == ["3" * 36, "4" * 36]
    [free, begun], used, unknown = codes[2:4], codes[0], "0" * 12
    answering.begin(link=made.perspectives.get().link, slip=begun)
    said = set()
    for asked_after in (codes[1], free, begun):
        for pair in ([used, asked_after], [asked_after, used]):
            with pytest.raises(SlipTaken) as refused:
                enter(cast, made, filled_in("1", "1", slips=pair), b"another")
            said.add(str(refused.value))
        with pytest.raises(Refusal, match="Row 4: No slip has this code"):
            enter(cast, made, filled_in("1", "1", slips=[asked_after, unknown]), b"another")
    assert len(said) == 1
    with pytest.raises(SlipTaken):
        enter(cast, made, filled_in("1", "1", slips=[free, free]), b"another")
    assert made.perspectives.get().slips.filter(spent=True).count() == 2
    assert len(opened(made)) == 2


def test_the_same_answers_with_other_slips_are_other_people(cast):
    made = open_with_slips(cast, receiving=12)
    codes = slips.print_sheet(perspective=made.perspectives.get(), who=cast.keeper)
    enter(cast, made, filled_in("3", slips=codes[:1]), b"one")
    enter(cast, made, filled_in("3", slips=codes[1:2]), b"two")
    assert len(opened(made)) == 2


@pytest.mark.parametrize("which", [0, 1])
def test_another_door_of_the_file_tells_of_no_slip(cast, which):
    """What would refuse the file anyway says so first, whether the slip is used or not."""
    made = open_with_slips(cast, giving=5, receiving=12)
    made.perspectives.filter(code="giving").update(door=Door.OPEN, places=1)
    codes = slips.print_sheet(perspective=made.perspectives.get(code="receiving"), who=cast.keeper)
    enter(cast, made, filled_in("3", slips=codes[:1]))
    both = filled_in("3", slips=[codes[which]]) + filled_in(*"22", perspective="giving")
    with pytest.raises(MoreThanPlaces):
        enter(cast, made, both, b"both")


@pytest.mark.both
@pytest.mark.django_db(transaction=True)
def test_of_two_who_bring_one_file_at_once_one_does():
    cast = make_cast()
    made, start, outcomes = open_assessment(cast, receiving="individual"), Barrier(2), []

    def bring():
        start.wait()
        try:
            enter(cast, made, filled_in("3", "4"))
            outcomes.append(None)
        except SameFile as refused:
            outcomes.append(refused)
        finally:
            connection.close()

    threads = [Thread(target=bring) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count(None) == 1
    assert len(outcomes) == 2
    assert len(opened(made)) == 2
