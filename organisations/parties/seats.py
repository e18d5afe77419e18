"""What changes a seat: keyword-only verbs, each one transaction."""

from django.db import transaction
from django.db.models import Q

from organisations.models import User
from organisations.parties.bases import Party, PartySeat, Seated
from organisations.parties.log import record
from organisations.refusal import Refusal


def give_seat(*, party: Party, user: User, role: str, invited: str) -> PartySeat:
    """Somebody joins; who is here already keeps the role they have.

    ``invited``: the address that the invitation was made for, which need not be theirs.
    """
    found, new = party.seats.get_or_create(user=user, defaults={"role": role})
    if new:
        other = "" if invited == user.email else f", with the invitation of {invited}"
        record(party=party, who=user, what=f"joined as {role}{other}")
    return found


@transaction.atomic
def change_role(*, seat: PartySeat, role: str, who: User) -> None:
    """A party always keeps somebody with its top role."""
    locked = locked_seat(seat)
    if locked.role == role:
        return
    if role != seat.kind().top:
        require_another_of_the_top(locked)
        end_invitations(locked, who)
    locked.role = role
    locked.save(update_fields=["role"])
    record(party=locked.party, who=who, what=f"made {locked.user.email} {seat.kind().roles(role)}")


@transaction.atomic
def remove_seat(*, seat: PartySeat, who: User | None) -> None:
    """From this party only: the account and what was written stay."""
    locked = locked_seat(seat)
    require_another_of_the_top(locked)
    record(party=locked.party, who=who, what=f"removed {locked.user.email}")
    end_invitations(locked, who)
    locked.delete()


def end_invitations(seat: PartySeat, who: User | None) -> None:
    """Those that wait and that they made: who may no longer invite lets nobody in."""
    party: Party = seat.party
    ended, _rows = party.invitations.filter(made_by=seat.user_id, accepted=None).delete()
    if ended:
        what = f"ended the invitations that {seat.user.email} had made: {ended}"
        record(party=party, who=who, what=what)


def may_still_invite(party: Party, user: User) -> bool:
    """Asked under a lock: whoever loses the role meanwhile waits, and then ends the invitation."""
    top = party.party_kind.top
    return party.seats.select_for_update().filter(user=user, role=top).first() is not None


def locked_seat(seat: Seated) -> Seated:
    """The row as it is now, with all seats of the party locked: otherwise two owners, each of whom
    sees the other, could both leave."""
    seats = type(seat).objects.select_for_update().filter(Q(party=seat.party))
    for row in seats.select_related("party", "user"):
        if row.pk == seat.pk:
            return row
    raise Refusal(str(seat.kind().here_no_longer))


def require_another_of_the_top(seat: PartySeat) -> None:
    """Only where the seat has the top role does it matter."""
    kind, party = seat.kind(), seat.party
    if seat.role == kind.top and not party.seats.filter(role=kind.top).exclude(pk=seat.pk).exists():
        raise Refusal(str(kind.needs_top))
