"""The hidden mark of a returned sheet: a document property that Excel and LibreOffice keep when they save."""

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.returning.names import local
from desktop_app.documents.returning.package import Package, serialised
from desktop_app.domain.returned import MARK

_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST = 2
"""The smallest number that a property may have."""


def mark(package: Package, token: str) -> None:
    """Write the token, in place of one that is there."""
    name = next(iter(package.related("", "custom-properties").values()), "")
    if not name or name not in package:
        name = package.free_name("docProps/custom{}.xml") if "docProps/custom.xml" in package else "docProps/custom.xml"
        root = etree.Element(f"{{{_SPACE}}}Properties", nsmap={None: _SPACE, "vt": _VALUES})
        package.add_type(name, _TYPE)
        package.relate("", "custom-properties", name)
    else:
        root = package.xml(name)
    for each in [each for each in root if each.get("name") == MARK]:
        root.remove(each)
    _add(root, token)
    package.change(name, serialised(root))


def _add(root: etree._Element, token: str) -> None:
    numbers = [int(each.get("pid", "1")) for each in root if local(each) == "property"]
    new = etree.SubElement(
        root, f"{{{_SPACE}}}property", fmtid=_FORMAT, pid=str(max([_FIRST - 1, *numbers]) + 1), name=MARK
    )
    etree.SubElement(new, f"{{{_VALUES}}}lpwstr").text = token
