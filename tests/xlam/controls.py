# mypy: disable-error-code="misc, untyped-decorator"
"""What Office hands to the callbacks of a ribbon, for an interpreter that ships no types."""

from pyopenvba.interpreter import EMPTY, VBAInt, VBAObject, member, method


class Control(VBAObject):
    """A control of the ribbon."""

    def __init__(self, name: str, tag: str = "") -> None:
        """Make a control with its id and its tag."""
        self.name, self.tag = name, tag

    @member(name="ID")
    def id_(self) -> object:
        return self.name

    @member(name="Tag")
    def tag_(self) -> object:
        return self.tag


class Ribbon(VBAObject):
    """The ribbon, which counts how often it was drawn again."""

    def __init__(self) -> None:
        """Make a ribbon as it is handed to onLoad."""
        self.drawn_again = 0

    @method(name="Invalidate")
    def invalidate(self) -> object:
        self.drawn_again += 1
        return EMPTY


class Language(VBAObject):
    """Application.LanguageSettings."""

    def __init__(self, number: int) -> None:
        """Make the settings of an Office in one language."""
        self.number = number

    @method(name="LanguageID")
    def language_id(self, which: object) -> object:
        assert which == 2, "msoLanguageIDUI"
        return VBAInt(self.number, "Long")
