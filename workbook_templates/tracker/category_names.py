"""The names of the categories of cost, as lists show them."""

from cpc_functions.categories import Category
from workbook_templates.edition import Edition

ABBREVIATIONS = {"seo": "SEO", "pr": "PR"}


def category_name(edition: Edition, category: Category) -> str:
    """Return the name of a category in the edition's language; formulas ignore its capitals."""
    _ = edition.say
    return titled(_(category.name))


def titled(name: str) -> str:
    """Return a name with a capital letter, and an abbreviation in capitals."""
    first, space, rest = name.partition(" ")
    return ABBREVIATIONS.get(first, first[:1].upper() + first[1:]) + space + rest
