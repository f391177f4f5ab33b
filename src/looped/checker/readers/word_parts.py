"""The parts of a Word file that are read: the text and the names of its styles, found as the file itself says."""

import re
from pathlib import Path
from posixpath import join, normpath
from typing import Any
from zipfile import ZipFile

RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTENT_TYPES = "[Content_Types].xml"
# Word writes the names of its own headings small, and shows them large.
OWN_HEADING = re.compile(r"heading (?=[1-9]$)")


def text_and_styles(path: Path) -> tuple[Any, dict[str | None, str] | None]:
    """The element that holds the document's paragraphs and tables, and the name of each style by its sign.

    Without a part for styles, as other programs write files, None: a style's sign says what it is.
    Raises: errors of many kinds for a file that is broken, or no Word document.
    """
    with ZipFile(path) as packed:
        main = _related(packed, "").get("officeDocument")
        if main is None or not _is_document(packed, main):
            raise ValueError("it has no part that is a document")
        styles = _related(packed, main).get("styles")
        body = _parsed(packed, main).find(f"{W}body")
        if body is None:
            raise ValueError("its document has no body")
        return body, _names(_parsed(packed, styles)) if styles else None


def _parsed(packed: ZipFile, name: str) -> Any:
    """A part as XML: no entity is followed, nothing is fetched, and blanks between elements are left out."""
    from lxml import etree

    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
    return etree.fromstring(packed.read(name), parser)


def _related(packed: ZipFile, name: str) -> dict[str, str]:
    """The parts that a part leads to, or the file itself for no name, by what they are to it."""
    folder, _, own = name.rpartition("/")
    told = join(folder, "_rels", f"{own}.rels")
    if told not in packed.namelist():
        return {}
    found = (each for each in _parsed(packed, told) if each.get("TargetMode") != "External")
    return {
        kind.removeprefix(f"{RELATED}/"): normpath(join("/", folder, each.get("Target"))).lstrip("/")
        for each in found
        if (kind := each.get("Type", "")).startswith(RELATED)
    }


def _is_document(packed: ZipFile, name: str) -> bool:
    """Whether a part is a document's text, and neither a template's nor one with macros."""
    kinds = [each.get("ContentType") for each in _parsed(packed, CONTENT_TYPES) if each.get("PartName") == f"/{name}"]
    return kinds == [KIND]


def _names(styles: Any) -> dict[str | None, str]:
    names = {}
    for style in styles.iterchildren(f"{W}style"):
        name = style.find(f"{W}name")
        names[style.get(f"{W}styleId")] = (
            OWN_HEADING.sub("Heading ", name.get(f"{W}val", "")) if name is not None else ""
        )
    return names
