"""The extension cpc.oxt, built without LibreOffice and the same to the byte every time."""

import json
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from addin.hosts.archive import zipped
from addin.hosts.calc.interface import idl
from addin.hosts.calc.menu import menu
from addin.hosts.calc.names import IDENTIFIER
from addin.hosts.calc.wizard import wizard
from addin.manual import AnyFunction
from cpc_functions import CATALOGUE
from workbook_templates.language import compiled

ROOT = Path(__file__).parents[3]
COMPONENT = "addin/hosts/calc/office/component.py"
INSIDE = (
    "cpc_functions",
    "addin/__init__.py",
    "addin/explaining.py",
    "addin/function_list.py",
    "addin/manual.py",
    "addin/hosts/__init__.py",
    "addin/hosts/failures.py",
    "addin/hosts/calc/__init__.py",
    "addin/hosts/calc/names.py",
    "addin/hosts/calc/office",
)
"""What runs inside LibreOffice."""

MESSAGES = (("workbook_templates", "messages"), ("addin", "functions"))

TOOL = "tool.json"
"""The file that says how to start the command `cpc`: [] means that it is looked for."""

MEDIA_TYPES = {
    "cpc.idl": "application/vnd.sun.star.uno-typelibrary;type=RDB",
    "cpc_component.py": "application/vnd.sun.star.uno-component;type=Python",
    "CalcAddIns.xcu": "application/vnd.sun.star.configuration-data",
    "Addons.xcu": "application/vnd.sun.star.configuration-data",
}
"""LibreOffice reads a text with declarations where it expects a type library (unoidl's loader)."""

MANIFEST = """\
<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">
{entries}
</manifest:manifest>
"""
DESCRIPTION = """\
<?xml version="1.0" encoding="UTF-8"?>
<description xmlns="http://openoffice.org/extensions/description/2006"
    xmlns:d="http://openoffice.org/extensions/description/2006"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <identifier value={identifier}/>
  <version value={version}/>
  <dependencies>
    <l:LibreOffice-minimal-version xmlns:l="http://libreoffice.org/extensions/description/2011"
        value={oldest} d:name={oldest_name}/>
  </dependencies>
  <display-name>
    <name lang="en">{name_en}</name>
    <name lang="nb">{name_nb}</name>
  </display-name>
  <extension-description>
    <src lang="en" xlink:href="description/en.txt"/>
    <src lang="nb" xlink:href="description/nb.txt"/>
  </extension-description>
</description>
"""
OLDEST = "7.4"
NAMES = {"en": "CPC: cost per conversion", "nb": "CPC: kostnad per konvertering"}
ABOUT = {
    "en": "Worksheet functions for the cost per conversion, with the uncertainty of every figure.",
    "nb": "Regnearkfunksjoner for kostnad per konvertering, med usikkerheten i hvert tall.",
}


def build(tool: Sequence[str] = ()) -> bytes:
    """Return cpc.oxt; `tool` is the command that starts `cpc` on the computer it is made for."""
    return zipped(extension_files(tool))


def extension_files(
    tool: Sequence[str] = (), catalogue: Sequence[AnyFunction] = CATALOGUE
) -> dict[str, bytes]:
    """Return the files of the extension by their paths."""
    declared = {
        "cpc.idl": idl(catalogue).encode(),
        "cpc_component.py": (ROOT / COMPONENT).read_bytes(),
        "CalcAddIns.xcu": wizard(catalogue),
        "Addons.xcu": menu(),
    }
    entries = "\n".join(
        f"  <manifest:file-entry manifest:full-path={quoteattr(path)} "
        f"manifest:media-type={quoteattr(MEDIA_TYPES[path])}/>"
        for path in declared
    )
    return {
        "META-INF/manifest.xml": MANIFEST.format(entries=entries).encode(),
        "description.xml": _description().encode(),
        **{f"description/{code}.txt": text.encode() for code, text in ABOUT.items()},
        **declared,
        **{
            f"pythonpath/locale/nb/{domain}.mo": compiled("nb", package, domain)
            for package, domain in MESSAGES
        },
        f"pythonpath/{TOOL}": json.dumps(list(tool)).encode(),
        **{f"pythonpath/{path}": (ROOT / path).read_bytes() for path in _inside()},
    }


def _inside() -> Iterator[str]:
    for place in INSIDE:
        paths = sorted((ROOT / place).rglob("*.py")) if (ROOT / place).is_dir() else [ROOT / place]
        for path in paths:
            name = path.relative_to(ROOT).as_posix()
            if name != COMPONENT:
                yield name


def version_built() -> str:
    """Return the version of an extension that is built here; 0 for a folder not installed."""
    try:
        return version("cpc-addin")
    except PackageNotFoundError:
        return "0"


def _description() -> str:
    return DESCRIPTION.format(
        identifier=quoteattr(IDENTIFIER),
        version=quoteattr(version_built()),
        oldest=quoteattr(OLDEST),
        oldest_name=quoteattr(f"LibreOffice {OLDEST}"),
        name_en=escape(NAMES["en"]),
        name_nb=escape(NAMES["nb"]),
    )
