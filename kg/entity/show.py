"""A node → its page: a heading and titled tables, the same for the terminal, JSON and the web."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

import pyoxigraph as ox

from kg.entity.describe import licence_date
from kg.entity.history import history
from kg.entity.picture import picture
from kg.entity.view import Node, View, money, percent

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table of texts."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that is shown of one entity."""

    iri: str
    kind: str
    label: str
    facts: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]

    def _repr_svg_(self) -> str | None:
        """A small picture of what is around it; None where there is nothing."""
        return picture(self.label, self.facts, self.tables) or None

    def _repr_html_(self) -> str:
        """How a notebook shows it: a small picture and its tables."""
        head = f"<h3>{escape(self.label)}</h3><p>{escape(self.kind)} · {escape(self.iri)}</p>"
        drawn = picture(self.label, self.facts, self.tables)
        return head + drawn + _html(Table("", (), self.facts)) + "".join(map(_html, self.tables))


def _html(table: Table) -> str:
    def line(cells: Iterable[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"

    body = "\n".join(line(row, "td") for row in table.rows)
    caption = f"<caption>{escape(table.title)}</caption>" if table.title else ""
    return f"<table>{caption}<thead>{line(table.columns, 'th')}</thead>\n<tbody>{body}</tbody></table>"


def show(store: ox.Store, node: Node) -> Page:
    """The page of any node of the graph."""
    view = View(store)
    kinds = view.types(node)
    for kind, (facts, tables) in _KINDS.items():
        if kind in kinds:
            kept = tuple((k, v) for k, v in facts(view, node) if v)
            return Page(node.value, kind, view.label(node), kept, tuple(t for t in tables(view, node) if t.rows))
    own = store.quads_for_pattern(node, None, None, ox.DefaultGraph())
    plain = sorted((view.label(q.predicate), getattr(q.object, "value", str(q.object))) for q in own)
    return Page(node.value, ", ".join(sorted(kinds)), view.label(node), tuple(plain), ())


def _rows(rows: Iterable[Row], newest_first: bool = False) -> tuple[Row, ...]:
    return tuple(sorted(set(rows), reverse=newest_first))


def _organization_facts(view: View, node: Node) -> Iterable[tuple[str, str]]:
    yield "CIK", view.text(node, "ekg:cik")
    yield "also known as", view.text(node, "skos:altLabel")
    yield "kind", view.via(node, "dct:type")
    yield "industry", view.via(node, "ekg:sic")
    yield "state", view.via(node, "ekg:stateOfIncorporation")
    yield "part of", view.via(node, "org:subOrganizationOf")
    yield "fiscal year end", view.text(node, "ekg:fiscalYearEnd").lstrip("-")
    yield "address", "; ".join(_address(view, a) for a in view.objects(node, "ekg:businessAddress"))
    yield "phone (header)", view.text(node, "ekg:headerPhone")
    yield "phone (cover)", view.text(node, "ekg:coverPhone")
    listings = view.objects(node, "ekg:hasListing")
    yield "listed", "; ".join(f"{view.via(x, 'ekg:exchange')}: {view.text(x, 'schema:tickerSymbol')}" for x in listings)


def _address(view: View, node: Node) -> str:
    parts = ("schema:streetAddress", "schema:addressLocality", "schema:addressRegion", "schema:postalCode")
    return ", ".join(filter(None, (view.first(node, p) for p in parts)))


def _organization_tables(view: View, node: Node) -> Iterable[Table]:
    names = view.objects(node, "ekg:hasFormerName")
    yield Table(
        "Former names",
        ("name", "date printed", "used from", "used until"),
        _rows(
            (
                view.first(n, "schema:name"),
                view.first(n, "ekg:headerNameChangeDate"),
                view.first(n, "ekg:usedFrom"),
                view.first(n, "ekg:usedUntil"),
            )
            for n in names
        ),
    )
    yield _positions(view, view.subjects(node, "org:organization"), "People", "org:member", "person")
    yield _licences(view, view.subjects(node, "ekg:licensee"), "Licensed in", "ekg:licensor", "licensor")
    yield _licences(view, view.subjects(node, "ekg:licensor"), "Licensed out", "ekg:licensee", "licensee")
    drugs = view.subjects(node, "ekg:developer")
    yield Table(
        "Compounds",
        ("compound", "also known as"),
        _rows((view.label(d), view.text(d, "skos:altLabel")) for d in drugs),
    )
    entries = view.subjects(node, "ekg:filer")
    filings = {(f, e) for e in entries for f in view.subjects(e, "ekg:hasFiler")}
    yield Table(
        "Filings",
        ("filed", "form", "accession", "role"),
        _rows(
            (
                (
                    view.first(f, "ekg:filedDate"),
                    view.via(f, "ekg:formType"),
                    view.first(f, "ekg:accessionNumber"),
                    view.via(e, "ekg:filerRole"),
                )
                for f, e in filings
            ),
            newest_first=True,
        ),
    )


def _positions(view: View, nodes: list[Node], title: str, other: str, column: str) -> Table:
    def row(node: Node) -> Row:
        changes = [
            " ".join(filter(None, (view.via(c, "ekg:changeKind"), view.first(c, "ekg:effectiveDate"))))
            for c in view.subjects(node, "ekg:ofPosition")
        ]
        seen = view.texts(node, "ekg:attestedOn")
        text = view.first(node, "ekg:titleText") or view.via(node, "org:role")
        return (view.via(node, other), text, "; ".join(changes), seen[-1] if seen else "")

    return Table(title, (column, "title", "events", "last attested"), _rows(row(n) for n in nodes))


def _licences(view: View, nodes: list[Node], title: str, other: str, column: str) -> Table:
    def row(node: Node) -> Row:
        grants = view.objects(node, "ekg:hasGrant")

        def of(*predicates: str) -> str:
            return view.labels(sorted({o for g in grants for o in view.objects(g, *predicates)}, key=str))

        return (
            licence_date(view, node),
            view.via(node, other),
            of("ekg:compound"),
            of("ekg:indication"),
            of("ekg:exclusivity"),
            of("ekg:territory"),
            f"{view.via(node, 'ekg:agreementKind')}, {view.via(node, 'ekg:agreementStatus')}",
            node.value.rpartition("/")[2],
        )

    columns = ("date", column, "compounds", "indications", "exclusivity", "territory", "kind", "id")
    return Table(title, columns, _rows((row(n) for n in nodes), newest_first=True))


def _licence_facts(view: View, node: Node) -> Iterable[tuple[str, str]]:
    yield "licensor", view.via(node, "ekg:licensor")
    yield "licensee", view.via(node, "ekg:licensee")
    yield "kind", view.via(node, "ekg:agreementKind")
    yield "status", ", ".join(dict.fromkeys(e.state for e in history(view.store, node) if e.state != "announced"))
    for event in ("effective", "executed", "announced", "amended", "terminated"):
        yield event, view.text(node, f"ekg:{event}Date")
    yield "term ends", view.text(node, "ekg:termEnd")
    yield "not disclosed", view.via(node, "ekg:undisclosedTerm")
    yield "disclosed in", view.via(node, "ekg:disclosedIn")


def _licence_tables(view: View, node: Node) -> Iterable[Table]:
    events = history(view.store, node)
    yield Table(
        "History",
        ("state", "date", "first told", "in", "filings"),
        tuple((e.state, e.date, e.filed, e.accession, str(e.witnesses)) for e in events),
    )
    grants = view.objects(node, "ekg:hasGrant")
    parts = ("compound", "indication", "exclusivity", "territory", "excludedTerritory", "grantedRight")
    yield Table(
        "Grants",
        ("compound", "indication", "exclusivity", "territory", "except", "rights"),
        _rows(tuple(view.via(g, f"ekg:{p}") for p in parts) for g in grants),
    )
    yield Table(
        "Payments",
        ("kind", "amount", "royalty", "payer", "trigger"),
        _rows(
            (
                view.via(p, "ekg:paymentKind"),
                money(a, view.first(p, "ekg:currency")) if (a := view.first(p, "ekg:amount")) else "",
                percent(view.first(p, "ekg:royaltyRateMin"), view.first(p, "ekg:royaltyRateMax")),
                view.via(p, "ekg:payer"),
                view.text(p, "ekg:trigger"),
            )
            for p in view.objects(node, "ekg:hasPayment")
        ),
    )


def _compound_facts(view: View, node: Node) -> Iterable[tuple[str, str]]:
    yield "also known as", view.text(node, "skos:altLabel")
    yield "code", view.text(node, "ekg:compoundCode")
    yield "INN", view.text(node, "ekg:inn")
    yield "brand", view.text(node, "ekg:brandName")
    yield "developer", view.via(node, "ekg:developer")
    yield "lead compound of", view.via(node, "ekg:isLeadOf")
    yield "payload", view.via(node, "ekg:payload")
    yield "platform", view.via(node, "ekg:usesPlatform")


def _indication_facts(view: View, node: Node) -> Iterable[tuple[str, str]]:
    yield "also known as", view.text(node, "skos:altLabel")
    yield "broader", view.via(node, "skos:broader")
    yield "same as", ", ".join(o.value for o in view.objects(node, "skos:exactMatch", "skos:closeMatch"))


def _science_tables(view: View, node: Node) -> Iterable[Table]:
    """Programmes, designations and licences of a compound or an indication."""

    def both(n: Node) -> tuple[str, str]:
        return view.via(n, "ekg:compound"), view.via(n, "ekg:indication")

    users = view.subjects(node, "ekg:compound", "ekg:indication")
    programs = [u for u in users if "DevelopmentProgram" in view.types(u)]
    yield Table(
        "Development",
        ("compound", "indication", "phase", "status", "attested"),
        _rows(
            (
                *both(p),
                view.via(s, "ekg:phase"),
                view.via(s, "ekg:stageStatus"),
                ", ".join(view.texts(s, "ekg:attestedOn")),
            )
            for p in programs
            for s in view.objects(p, "ekg:hasStage")
        ),
    )
    given = [u for u in users if "RegulatoryDesignation" in view.types(u)]
    yield Table(
        "Designations",
        ("kind", "compound", "indication", "by"),
        _rows((view.via(d, "ekg:designationKind"), *both(d), view.via(d, "ekg:grantedBy")) for d in given),
    )
    grants = [u for u in users if "LicenseGrant" in view.types(u)]
    deals = sorted({a for g in grants for a in view.subjects(g, "ekg:hasGrant")}, key=str)
    yield Table(
        "Licences",
        ("date", "licensor", "licensee", "kind", "id"),
        _rows(
            (
                (
                    licence_date(view, a),
                    view.via(a, "ekg:licensor"),
                    view.via(a, "ekg:licensee"),
                    f"{view.via(a, 'ekg:agreementKind')}, {view.via(a, 'ekg:agreementStatus')}",
                    a.value.rpartition("/")[2],
                )
                for a in deals
            ),
            newest_first=True,
        ),
    )


def _person_tables(view: View, node: Node) -> Iterable[Table]:
    yield _positions(view, view.subjects(node, "org:member"), "Positions", "org:organization", "organization")


def _filing_facts(view: View, node: Node) -> Iterable[tuple[str, str]]:
    yield "accession", view.text(node, "ekg:accessionNumber")
    yield "form", view.via(node, "ekg:formType")
    yield "filed", view.text(node, "ekg:filedDate")
    yield "period", view.text(node, "ekg:periodOfReport")
    yield "source", ", ".join(o.value for o in view.objects(node, "dct:source"))


def _filing_tables(view: View, node: Node) -> Iterable[Table]:
    entries = view.objects(node, "ekg:hasFiler")
    yield Table(
        "Parties",
        ("role", "name", "file number"),
        _rows(
            (view.via(e, "ekg:filerRole"), view.via(e, "ekg:filer"), view.text(e, "ekg:secFileNumber")) for e in entries
        ),
    )
    yield Table(
        "Documents",
        ("sequence", "type", "file", "description"),
        _rows(
            tuple(view.text(d, p) for p in ("ekg:sequence", "ekg:documentType", "ekg:fileName", "dct:description"))
            for d in view.objects(node, "dct:hasPart")
        ),
    )
    items = view.objects(node, "ekg:reportsItem")
    yield Table("Items", ("item",), _rows((view.via(i, "ekg:itemType"),) for i in items))


def _no_facts(view: View, node: Node) -> Iterable[tuple[str, str]]:
    return ()


_KINDS: dict[
    str, tuple[Callable[[View, Node], Iterable[tuple[str, str]]], Callable[[View, Node], Iterable[Table]]]
] = {
    "Company": (_organization_facts, _organization_tables),
    "Organization": (_organization_facts, _organization_tables),
    "Person": (_no_facts, _person_tables),
    "LicenseAgreement": (_licence_facts, _licence_tables),
    "Compound": (_compound_facts, _science_tables),
    "Indication": (_indication_facts, _science_tables),
    "Filing": (_filing_facts, _filing_tables),
}
