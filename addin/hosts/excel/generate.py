"""Write the generated parts of the add-in. `python -m addin.hosts.excel.generate`."""

from pathlib import Path

from addin.hosts.excel.ribbon_ui import custom_ui, texts_module
from addin.hosts.excel.wrappers import functions_module, help_module
from cpc_functions import CATALOGUE

HERE = Path(__file__).parent


def generated() -> dict[Path, str]:
    """Return the text of every generated file."""
    vba = HERE / "vba"
    return {
        vba / "CpcFunctions.bas": functions_module(CATALOGUE),
        vba / "CpcHelpTexts.bas": help_module(CATALOGUE),
        vba / "CpcTexts.bas": texts_module(),
        HERE / "customUI14.xml": custom_ui(),
    }


if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8", newline="\n")
