"""A page packed in pieces unpacks to the page."""

import gzip

from hypothesis import given
from hypothesis import strategies as st

from reports.packing import gzipped, pack

pieces = st.binary(max_size=2000)


@given(pieces, pieces, pieces)
def test_pieces_unpack_to_what_they_were(head, body, foot):
    packed = gzipped(pack(head), pack(body), pack(foot, last=True))
    assert gzip.decompress(packed) == head + body + foot


def test_how_long_it_comes_out_says_nothing_of_what_stands_in_another_piece():
    """A token is no shorter for standing beside a page that repeats it."""
    token = b"Zq3kT9wLr7" * 4
    beside, alone = pack(token * 50 + b"x" * 100), pack(b"y" * 2000 + b"x" * 100)
    lengths = {
        len(gzipped(pack(b""), body, pack(token, last=True))) - len(body.deflated)
        for body in (beside, alone)
    }
    assert len(lengths) == 1
