"""The one way in which a command fails on purpose."""


class Refused(Exception):  # noqa: N818 - read as a sentence: "raise Refused(why)"
    """What a button asks for cannot be done; one sentence says why and what to do."""
