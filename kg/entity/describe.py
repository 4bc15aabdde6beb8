"""A fact node → one line a person can read."""

from __future__ import annotations

from collections.abc import Callable

from kg.entity.view import Node, View, money, name, percent


def describe(view: View, node: Node) -> str:
    """One line about a fact node ("Jane Roe, Chief Financial Officer of Acme, Inc."); its label where no rule fits."""
    for kind in sorted(view.types(node)):
        if kind in _WAYS:
            return _WAYS[kind](view, node)
    return view.label(node)


def _join(*parts: str) -> str:
    return " ".join(p for p in parts if p)


def _lead(word: str, text: str) -> str:
    return f"{word} {text}" if text else ""


def _position(view: View, node: Node) -> str:
    title = view.text(node, "ekg:titleText") or view.via(node, "org:role")
    return f"{view.via(node, 'org:member')}, {title} of {view.via(node, 'org:organization')}"


def _change(view: View, node: Node) -> str:
    positions = view.objects(node, "ekg:ofPosition")
    what = describe(view, positions[0]) if positions else view.label(node)
    return _join(f"{what}:", view.via(node, "ekg:changeKind"), view.first(node, "ekg:effectiveDate"))


def _licence(view: View, node: Node) -> str:
    grants = view.objects(node, "ekg:hasGrant")
    return _join(
        view.via(node, "ekg:licensor") or "(licensor not stated)",
        "→",
        view.via(node, "ekg:licensee") or "(licensee not stated)",
        f"({view.via(node, 'ekg:agreementKind')}, {_state(view, node)})",
        "; ".join(filter(None, (_grant(view, g) for g in grants))),
        licence_date(view, node),
    )


def _state(view: View, node: Node) -> str:
    """ "terminated 2017-06-30": the state that a filing tells, and since when, if that is not the date of signing."""
    since = {"ekg:amendedDate": "amended", "ekg:terminatedDate": "terminated"}
    told = view.via(node, "ekg:agreementStatus")
    days = ((state, view.first(node, predicate)) for predicate, state in since.items())
    return _join(told, *(day if state == told else f"{state} {day}" for state, day in days if day))


def licence_date(view: View, node: Node) -> str:
    """The agreement's own date as precise as the text: effective, else executed, else announced."""
    return view.first(node, "ekg:effectiveDate", "ekg:executedDate", "ekg:announcedDate")


def _grant(view: View, node: Node) -> str:
    return _join(
        view.via(node, "ekg:exclusivity"),
        _lead("rights to", view.via(node, "ekg:compound")),
        _lead("for", view.via(node, "ekg:indication")),
        _lead("in", view.via(node, "ekg:territory")),
        _lead("except", view.via(node, "ekg:excludedTerritory")),
    )


def _payment(view: View, node: Node) -> str:
    amount = view.first(node, "ekg:amount")
    rate = percent(view.first(node, "ekg:royaltyRateMin"), view.first(node, "ekg:royaltyRateMax"))
    return _join(
        view.via(node, "ekg:paymentKind"), money(amount, view.first(node, "ekg:currency")) if amount else "", rate
    )


def _program(view: View, node: Node) -> str:
    return _join(view.via(node, "ekg:compound"), _lead("for", view.via(node, "ekg:indication")))


def _stage(view: View, node: Node) -> str:
    programs = view.subjects(node, "ekg:hasStage")
    phase, status = view.via(node, "ekg:phase"), view.via(node, "ekg:stageStatus")
    return _join(describe(view, programs[0]) if programs else "", f"({phase}, {status})")


def _designation(view: View, node: Node) -> str:
    return _join(
        view.via(node, "ekg:designationKind"),
        _lead("for", view.via(node, "ekg:compound")),
        _lead("in", view.via(node, "ekg:indication")),
        _lead("by", view.via(node, "ekg:grantedBy")),
    )


def _former_name(view: View, node: Node) -> str:
    owners = view.labels(view.subjects(node, "ekg:hasFormerName"))
    return _join(owners, "was called", view.text(node, "schema:name"))


def _signature(view: View, node: Node) -> str:
    return _join(
        view.via(node, "ekg:signer"),
        _lead("signed for", view.via(node, "ekg:onBehalfOf")),
        _lead("on", view.first(node, "ekg:signedDate")),
    )


# What properties of other vocabularies say; the ontology labels its own.
_BORROWED = {
    name("skos:altLabel"): "is also called",
    name("org:subOrganizationOf"): "is a part of",
    name("schema:foundingDate"): "was founded",
    name("schema:url"): "has the web site",
}


def _assertion(view: View, node: Node) -> str:
    value = view.text(node, "rdf:object") or view.via(node, "rdf:object")
    said = ", ".join(_BORROWED.get(p) or view.label(p) for p in view.objects(node, "rdf:predicate"))
    return _join(view.via(node, "rdf:subject"), said, value)


def _listing(view: View, node: Node) -> str:
    return f"{view.via(node, 'ekg:exchange')}: {view.text(node, 'schema:tickerSymbol')}"


def _owned(view: View, node: Node) -> str:
    share = view.first(node, "ekg:sharePercent")
    return _join(
        view.via(node, "ekg:owner"),
        "owns",
        _lead(f"{share}% of" if share else "part of", view.via(node, "ekg:ownedThing")),
    )


def _quantity(view: View, node: Node) -> str:
    amount = money(view.first(node, "schema:value"), view.first(node, "schema:currency"))
    return _join(view.labels(view.subjects(node, "ekg:hasQuantity")), view.via(node, "dct:type"), amount)


_WAYS: dict[str, Callable[[View, Node], str]] = {
    "Assertion": _assertion,
    "DevelopmentProgram": _program,
    "DevelopmentStage": _stage,
    "EquityStake": _owned,
    "FormerName": _former_name,
    "LicenseAgreement": _licence,
    "LicenseGrant": _grant,
    "Listing": _listing,
    "PatentOwnership": _owned,
    "Payment": _payment,
    "Position": _position,
    "PositionChange": _change,
    "QuantityClaim": _quantity,
    "RegulatoryDesignation": _designation,
    "Signature": _signature,
}
