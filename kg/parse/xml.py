"""XML body of a document → element tree by lxml, repaired where stored copies are known to be broken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from kg.errors import Issue

_WRAPPER = re.compile(rb"</?(?:XML|XBRL)>", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_FEED_WIDTH = 1023  # bytes after which the feed of the 2000s broke a long line, in the middle of a word or tag


def xml_root(body: bytes, where: str) -> tuple[etree._Element | None, tuple[Issue, ...]]:
    """The root of an XML document, or None, and what was wrong with it.

    Entities are never expanded and nothing is fetched. XML that is not well-formed is first mended where the feed
    broke its lines, then read as far as it goes.
    """
    markup = _WRAPPER.sub(b"", body).strip()
    if not markup.startswith(b"<"):
        return None, (Issue("xml-unreadable", where, markup[:80].decode("utf-8", "replace")),)
    try:
        return etree.fromstring(_decoded(markup), _parser()), ()
    except (etree.XMLSyntaxError, ValueError) as error:
        wrong = str(error)[:200]
    joined = _joined(markup)
    if joined != markup:
        try:
            return etree.fromstring(_decoded(joined), _parser()), (Issue("xml-line-broken", where, wrong),)
        except (etree.XMLSyntaxError, ValueError):
            pass
    try:
        root = etree.fromstring(_decoded(joined), _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        root = None
    return root, (Issue("xml-malformed" if root is not None else "xml-unreadable", where, wrong),)


def local_name(element: etree._Element) -> str:
    """The element's name without namespace; empty for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Children of that local name."""
    if element is not None:
        yield from (child for child in element if local_name(child) == name)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along a path of local names."""
    for name in path:
        element = next(children(element, name), None)
    return element


def value(element: etree._Element | None, *path: str) -> str | None:
    """Text of the element at `path`, or of its `value` child, outer blanks removed; None when absent or empty."""
    found = child(element, *path)
    if found is None:
        return None
    inner = child(found, "value")
    text = (found if inner is None else inner).text
    return (text or "").strip() or None


def _parser(recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, recover=recover
    )


def _decoded(markup: bytes) -> str:
    """As text without the declaration, whose encoding is often not that of the bytes; NULs go, as XML knows none."""
    try:
        text = markup.decode("utf-8")
    except UnicodeDecodeError:
        text = markup.decode("cp1252", "replace")
    return _DECLARATION.sub("", text.lstrip("\ufeff").replace("\0", ""), count=1)


def _joined(markup: bytes) -> bytes:
    lines = markup.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    return b"".join(line + (b"" if len(line) == _FEED_WIDTH else b"\n") for line in lines)
