"""The language of this LibreOffice, as far as the add-in speaks it."""

from typing import Any

from addin.hosts.calc.office.documents import settings

NORWEGIAN = ("nb", "nn", "no")
PROVIDER = "com.sun.star.configuration.ConfigurationProvider"
ACCESS = "com.sun.star.configuration.ConfigurationAccess"


def language_of(context: Any) -> str:
    """Return "nb" in a Norwegian LibreOffice, else "en"."""
    provider = context.ServiceManager.createInstanceWithContext(PROVIDER, context)
    place = settings(nodepath="org.openoffice.Setup/L10N")
    office = provider.createInstanceWithArguments(ACCESS, place)
    return "nb" if str(office.ooLocale).split("-")[0] in NORWEGIAN else "en"
