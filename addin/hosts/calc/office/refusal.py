"""What a command cannot do, said in one sentence to the person who asked for it."""


class Refused(Exception):  # noqa: N818 - it is an answer, and no error of the program
    """A command was not carried out; the message says why, and what to do."""
