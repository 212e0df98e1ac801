"""What cannot be read for certain: said by cell, with what to say about it."""


class Doubtful(Exception):  # noqa: N818 -- a doubt is no error: the person may know the answer
    """A cell that may mean two things, or none: which one, why, and the option that decides.

    `column` is the place of the column where several were read together.
    """

    def __init__(
        self, index: int, text: str, reason: str, option: str = "", column: int | None = None
    ) -> None:
        """Point at one cell by its place in the column, counted from 0."""
        super().__init__(index, text, reason, option, column)
        self.index = index
        self.text = text
        self.reason = reason
        self.option = option
        self.column = column

    def __str__(self) -> str:
        """Return the sentence that a person reads."""
        cure = "correct the cell or export the file again"
        if self.option:
            cure = f"say how it is meant with {self.option}"
        return f"'{self.text}' {self.reason}; {cure}."
