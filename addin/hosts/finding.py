"""What `cpc addin status` says of one thing."""

from typing import NamedTuple


class Finding(NamedTuple):
    """Whether a thing is in order, what it is, and what to do if it is not."""

    ok: bool
    what: str
    cure: str = ""
