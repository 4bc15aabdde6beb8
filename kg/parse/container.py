"""Bytes of a submission file → `Filing` values. First cut: the `KEY: value` dialect only."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from kg.model import Document, Filing, FormerCompany, Party

_FIELD = re.compile(r"^[ \t]*([A-Z0-9 \-/]+):[ \t]*(.*?)[ \t]*$", re.M)


def read_submissions(data: bytes, source: str = "") -> Iterator[Filing]:
    """Each submission in `data`, in file order."""
    text = data.decode("utf-8", "replace")
    start = text.find("<SEC-HEADER>")
    end = text.find("</SEC-HEADER>")
    header = text[start:end]
    values: dict[str, str] = {}
    items: list[str] = []
    former: list[FormerCompany] = []
    for key, value in _FIELD.findall(header):
        if key == "ITEM INFORMATION":
            items.append(value)
        elif key == "FORMER CONFORMED NAME":
            former.append(FormerCompany(value))
        elif key == "DATE OF NAME CHANGE" and former:
            former[-1] = FormerCompany(former[-1].name, value)
        else:
            values.setdefault(key, value)
    documents = []
    for block in re.finditer(rb"<DOCUMENT>(.*?)</DOCUMENT>", data, re.S):
        body = block[1]
        tag = {
            k.decode(): v.strip().decode("utf-8", "replace")
            for k, v in re.findall(rb"<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>([^\n\r]*)", body[:600])
        }
        a = body.find(b"<TEXT>") + 6
        z = body.rfind(b"</TEXT>")
        base = block.start(1)
        raw = body[a:z]
        kind = "html" if re.search(rb"<(html|body|p|div|table)\b", raw[:4000], re.I) else "text"
        documents.append(
            Document(
                tag.get("TYPE", ""),
                tag.get("SEQUENCE"),
                tag.get("FILENAME"),
                tag.get("DESCRIPTION"),
                (base + a, base + z),
                raw,
                kind,
            )
        )
    party = Party(
        "filer",
        values.get("COMPANY CONFORMED NAME"),
        values.get("CENTRAL INDEX KEY"),
        former_names=tuple(former),
    )
    yield Filing(
        accession=values.get("ACCESSION NUMBER", ""),
        form=values.get("CONFORMED SUBMISSION TYPE", ""),
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        filed=values.get("FILED AS OF DATE"),
        period=values.get("CONFORMED PERIOD OF REPORT"),
        items=tuple(items),
        parties=(party,),
        documents=tuple(documents),
        header=header,
    )
