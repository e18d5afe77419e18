"""A reader with linear algebra: what sums that are told say of one or two organisations.

An unknown is (owner, anything). A row is a known sum: unknown to its weight. Some combination of
rows that touches the unknowns of one or two owners only gives those away.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import numpy as np

Unknown = tuple[str, Hashable]
Row = Mapping[Unknown, Fraction]
NEARLY = 1 - 1e-7


def given_away(rows: Iterable[Row]) -> Iterator[tuple[str, ...]]:
    """Groups of one or two owners of whom something is determined.

    Floating point finds them: a unit vector of the row space that lies within a group's columns is
    an eigenvector of their part of the projection, with eigenvalue 1. Fractions confirm them.
    """
    found = [row for row in rows if row]
    columns = sorted({unknown for row in found for unknown in row}, key=repr)
    if not columns:
        return
    projection = projection_of(found, columns)
    places: dict[str, list[int]] = {}
    for place, (owner, _) in enumerate(columns):
        places.setdefault(owner, []).append(place)
    weight = {owner: projection[at, at].sum() for owner, at in places.items()}
    for group in [(owner,) for owner in places] + list(combinations(places, 2)):
        if sum(weight[owner] for owner in group) < NEARLY:
            continue
        at = [place for owner in group for place in places[owner]]
        if np.linalg.eigvalsh(projection[np.ix_(at, at)])[-1] > NEARLY and determined(found, group):
            yield group


def projection_of(rows: Sequence[Row], columns: Sequence[Unknown]) -> np.ndarray:
    matrix = np.array([[float(row.get(column, 0)) for column in columns] for row in rows])
    _, sizes, basis = np.linalg.svd(matrix, full_matrices=False)
    return basis[sizes > 1e-9].T @ basis[sizes > 1e-9]


def determined(rows: Sequence[Row], group: Iterable[str]) -> bool:
    """Exactly: without the group's columns the rows say less."""
    owners = set(group)
    outside = [{u: w for u, w in row.items() if u[0] not in owners} for row in rows]
    return rank(rows) > rank(outside)


def rank(rows: Iterable[Row]) -> int:
    """By elimination in fractions."""
    kept: dict[Unknown, Row] = {}
    for row in rows:
        left = dict(row)
        while left:
            pivot = min(left, key=repr)
            if pivot not in kept:
                kept[pivot] = {u: w / left[pivot] for u, w in left.items()}
                break
            factor = left[pivot]
            for unknown, weight in kept[pivot].items():
                rest = left.get(unknown, Fraction(0)) - factor * weight
                if rest:
                    left[unknown] = rest
                else:
                    left.pop(unknown, None)
    return len(kept)
