"""Raw body of a document → its kind, and its content without the `<XML>`, `<XBRL>` or `<PDF>` wrapper."""

from __future__ import annotations

import re

_WRAPPER = re.compile(rb"[\s\0]*<(XML|XBRL|PDF|JSON)>[ \t]*(?:\r\n|\r|\n)?", re.I)
# One line may stand before: the description, where tags were stripped.
_UU = re.compile(rb"[\s\0]*(?:[^\r\n]{1,200}[\r\n]+)?begin [0-7]{3,4} \S+[ \t]*[\r\n]")
_XML = re.compile(rb"[\s\0\xef\xbb\xbf]*(?:<\?xml\b|<!DOCTYPE[ \t]+(?!html))", re.I)
# Not <table>, <s>, <c> or <page>: plain-text filings mark their tables and pages with those.
_HTML = re.compile(
    rb"<(?:html|body|head|title|meta|p|div|tr|td|th|font|center|br|hr|h[1-6]|span|b|i|u|strong|em|pre|ul|ol|li|img)"
    rb"(?:\s[^<>]*)?/?>|<a\s+(?:href|name)\b",
    re.I,
)
_HTML_ROOT = re.compile(rb"<(?:xhtml:)?html[\s>]|<!doctype\s+html")  # of lower-cased bytes: several times faster
_HTML_MARKS = (b"<html", b":html", b"<!doctype")  # one of these is in whatever the pattern finds
_XBRL_ROOT = re.compile(rb"<(?:xbrli:|xbrl:)?xbrl\b|<(?:link:)?linkbase\b|<(?:xsd?:)?schema\b", re.I)
_JSON = re.compile(rb"[\s\0]*[{\[][\s\0]*[\"{\[\]}]")
_ELEMENT = re.compile(rb"[\s\0]*<[A-Za-z_][\w.:\-]*(?:\s[^<>]*)?>")
_CLOSERS = {b"XML": b"</XML>", b"XBRL": b"</XBRL>", b"PDF": b"</PDF>", b"JSON": b"</JSON>"}
_HEAD = 8192  # bytes looked at: the first tag of every kind stands well within


def kind(body: bytes, filename: str | None = None) -> str:
    """One of "html", "text", "xml", "xbrl", "uuencoded", "pdf", "json", "empty".

    Inline XBRL is "html" (it is read as a page); "xbrl" is an instance, schema or linkbase. A uuencoded PDF is "pdf".
    """
    head = body[:_HEAD]
    wrapped = _WRAPPER.match(head)
    wrapper = wrapped[1].upper() if wrapped else b""
    inner = head[wrapped.end() :] if wrapped else head
    if not inner.strip(b" \t\r\n\f\v\0") and not body.strip(b" \t\r\n\f\v\0"):
        return "empty"
    if wrapper == b"PDF" or inner.lstrip().startswith(b"%PDF-"):
        return "pdf"
    if _UU.match(inner):
        return "pdf" if filename and filename.lower().endswith(".pdf") else "uuencoded"
    if b"<" not in inner and inner.lstrip()[:1] not in (b"{", b"["):
        return "text"
    lower = inner.lower()
    if any(mark in lower for mark in _HTML_MARKS) and _HTML_ROOT.search(lower):
        return "html"
    if wrapper in (b"XML", b"XBRL") or _XML.match(inner):
        return "xbrl" if wrapper == b"XBRL" or _XBRL_ROOT.search(inner) else "xml"
    if _JSON.match(inner) and (wrapper == b"JSON" or not filename or filename.lower().endswith(".json")):
        return "json"
    if _HTML.search(inner):
        return "html"
    if filename and filename.lower().endswith((".xml", ".xsd")) and _ELEMENT.match(inner):
        return "xml"
    return "text"


def unwrap(body: bytes) -> bytes:
    """The body without its `<XML>`, `<XBRL>`, `<PDF>` or `<JSON>` wrapper and the blanks around; else unchanged."""
    wrapped = _WRAPPER.match(body[:_HEAD])
    if not wrapped:
        return body
    closer = _CLOSERS[wrapped[1].upper()]
    end = max(body.rfind(closer), body.rfind(closer.lower()))
    return body[wrapped.end() : end if end >= wrapped.end() else len(body)].strip()
