"""A lint of cpc.xlam: everything that can be seen to be wrong without Excel."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from pyopenvba.cfb import CFB
from pyopenvba.exceptions import PyOpenVBAError
from pyopenvba.vba import (
    ProjectStream,
    VBAModuleKind,
    VBAProject,
    decompress,
    parse_project_stream,
    parse_vba_project,
)

from tests.xlam.code_rules import DOCUMENTS, code_problems, procedures
from tests.xlam.package_rules import Parts, code_names, package_problems, settings
from tests.xlam.ribbon_rules import ribbon_problems

NO_PCODE = bytes.fromhex("cc61ffff000000")
DATE = (1980, 1, 1, 0, 0, 0)
RIBBON = "customUI/customUI14.xml"
PROJECT = "xl/vbaProject.bin"


def problems(content: bytes) -> Iterator[str]:
    """Say what is wrong with an add-in: nothing, when nothing is."""
    try:
        with ZipFile(BytesIO(content)) as package:
            entries = package.infolist()
            parts = {entry.filename: package.read(entry) for entry in entries}
    except BadZipFile as error:
        yield f"the file is no package: {error}"
        return
    yield from (f"{entry.filename} has a date" for entry in entries if entry.date_time != DATE)
    if len(parts) != len(entries):
        yield "a part is there twice"
    yield from package_problems(parts)
    yield from _vba_problems(parts)


def _vba_problems(parts: Parts) -> Iterator[str]:
    try:
        file = CFB.from_bytes(parts.get(PROJECT, b""))
        project = parse_vba_project(file)
        sources = {module.name: module.source for module in project.modules}
        raw = {name: file.get_stream_in_storage("VBA", name) for name in ("_VBA_PROJECT", "dir")}
        listed = parse_project_stream(file.get_stream("PROJECT"))
    except (PyOpenVBAError, KeyError, ValueError, IndexError) as error:
        yield f"the VBA project cannot be read: {error}"
        return
    if raw["_VBA_PROJECT"] != NO_PCODE:
        yield "the VBA project holds compiled code"
    if b"C:\\Users" in decompress(raw["dir"]):
        yield "the VBA project tells of the machine"
    streams = set(file.list_streams_in_storage("VBA")) - set(raw)
    if streams != {module.stream_name for module in project.modules}:
        yield f"the streams of the VBA project are {sorted(streams)}"
    if code_names(parts) != DOCUMENTS:
        yield f"workbook and sheet are called {sorted(code_names(parts))} in VBA"
    yield from _listed(project, listed)
    said = settings(parts)
    libraries = {said.get("DLL64", ""), said.get("DLL32", "")}
    yield from code_problems(sources, project.name, libraries)
    yield from ribbon_problems(parts.get(RIBBON, b""), procedures(sources))


def _listed(project: VBAProject, listed: ProjectStream) -> Iterator[str]:
    """Compare what the streams `dir` and PROJECT say of the modules."""
    if listed.name != project.name or listed.name != "CpcAddin":
        yield f"the VBA project is called {listed.name} and {project.name}"
    modules = [module.name for module in project.modules]
    if listed.standard_modules != [name for name in modules if name not in DOCUMENTS]:
        yield f"PROJECT lists {listed.standard_modules}"
    if {name for name, _ in listed.document_modules} != DOCUMENTS:
        yield f"PROJECT lists the documents {listed.document_modules}"
    for module in project.modules:
        standard = module.kind is VBAModuleKind.standard
        if standard == (module.name in DOCUMENTS):
            yield f"{module.name} is the wrong kind of module"
        if module.text_offset:
            yield f"{module.name} holds compiled code"
