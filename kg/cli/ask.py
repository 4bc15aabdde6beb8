"""Commands that ask the store: query, queries, show, why, export, stats, validate, issues."""

from __future__ import annotations

import sys
from dataclasses import astuple
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kg.cli.options import (
    FAILED,
    chosen_format,
    format_option,
    opened,
    output_option,
    quiet_option,
    say,
    store_option,
)
from kg.cli.render import FORMATS, records, write, write_pages
from kg.errors import UsageError
from kg.graph import KnowledgeGraph

EXPORTS = ("turtle", "trig", "nquads", "ntriples", "jsonld")


def _names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Names of the library for the shell's completion."""
    return [name for name in KnowledgeGraph.queries() if name.startswith(incomplete)]


@click.command()
@click.argument("what", required=False, shell_complete=_names)
@click.option("-e", "--execute", "text", metavar="TEXT", help="A SPARQL text instead of a name or file.")
@click.option("-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter; repeat for more.")
@click.option("--limit", type=click.IntRange(1), default=None, help="Most rows.")
@click.option("--timeout", type=click.FloatRange(0.1), default=None, help="Seconds after which the query is stopped.")
@store_option
@format_option(*FORMATS)
@output_option
@quiet_option
def query(
    what: str | None,
    text: str | None,
    params: tuple[str, ...],
    limit: int | None,
    timeout: float | None,
    store: Path,
    format_: str | None,
    output: Path | None,
    quiet: bool,
) -> None:
    """Answer a query: WHAT is a name of the library (see `kg queries`) or a .rq file; or give a text with -e."""
    if (what is None) == (text is None):
        raise UsageError("give the name of a query, a .rq file, or a text with -e")
    values: dict[str, Any] = dict(_pair(p) for p in params)
    with KnowledgeGraph(store) as graph:
        result = graph.query(text or what or "", seconds=timeout, rows=limit, **values)
    if result.truncated:
        say(f"cut at {len(result)} rows", quiet)
    write(result, format_, output)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise UsageError(f"--param takes name=value, not {text!r}")
    return name, value


@click.command()
@click.argument("name", required=False, shell_complete=_names)
@format_option(*FORMATS)
@output_option
def queries(name: str | None, format_: str | None, output: Path | None) -> None:
    """List the query library, or show one query with its parameters and text."""
    library = KnowledgeGraph.queries()
    if name is None:
        columns = ("name", "parameters", "title", "question")
        rows = [(q.name, ", ".join(p.name for p in q.parameters), q.title, q.question) for q in library.values()]
        shown = 3 if chosen_format(format_, output) == "table" else 4  # the question says the title again, at length
        write(records((row[:shown] for row in rows), columns[:shown]), format_, output)
        return
    if name not in library:
        raise UsageError(f"no query named {name!r}; see `kg queries`")
    with opened(output) as stream:
        stream.write(library[name].text.encode())


@click.command()
@click.argument("what")
@store_option
@format_option("table", "json")
@output_option
def show(what: str, store: Path, format_: str | None, output: Path | None) -> None:
    """Show a company (CIK, name, former name), person, compound, indication, licence or filing."""
    write_pages(KnowledgeGraph(store).show(what), format_, output)


@click.command()
@click.argument("what")
@store_option
@format_option(*FORMATS)
@output_option
def why(what: str, store: Path, format_: str | None, output: Path | None) -> None:
    """Tell why: every fact about WHAT with its sentence, filing, rule and confidence."""
    witnesses = KnowledgeGraph(store).why(what)
    columns = ("fact", "sentence", "filing", "document", "start", "end", "rule", "confidence")
    if chosen_format(format_, output) != "table" or output is not None:
        write(records(map(astuple, witnesses), columns), format_, output)
        return
    console = Console()
    last = None
    for w in witnesses:
        if w.fact != last:
            console.print(Text(w.fact, style="bold"))
            last = w.fact
        place = f"{w.accession} document {w.document}, characters {w.start}-{w.end}"
        said = Text(f"“{w.sentence}”\n") + Text(f"{place} · {w.rule} · {w.confidence:.2f}", style="dim")
        console.print(Padding(said, (0, 0, 0, 3)))
    if not witnesses:
        say("no fact about it rests on a sentence; header facts are in `kg show`")


@click.command()
@click.option("--format", "format_", type=click.Choice(EXPORTS), default="turtle", show_default=True)
@click.option("--with-evidence", is_flag=True, help="With quotes and assertions: the filings' own graphs too.")
@click.option("--filing", metavar="ACCESSION", help="One filing's graph.")
@click.option("--about", metavar="WHAT", help="One entity (IRI or name) with the nodes that describe it.")
@store_option
@output_option
@quiet_option
def export(
    format_: str,
    with_evidence: bool,
    filing: str | None,
    about: str | None,
    store: Path,
    output: Path | None,
    quiet: bool,
) -> None:
    """Write the graph, sorted and prefixed: two exports of one store are the same bytes."""
    graph = KnowledgeGraph.open(store)
    if about is not None and "://" not in about:
        meant = graph.find(about)
        if len(meant) != 1:
            raise UsageError(f"{about!r} means {len(meant)} things; give an IRI" + "".join(f"\n  {m}" for m in meant))
        about = meant[0]
    with opened(output) as stream:
        count = graph.export(stream, format_, with_evidence=with_evidence, filing=filing, about=about)
    say(f"{count:,} statements", quiet or output is None)


@click.command()
@store_option
@format_option(*FORMATS)
@output_option
def stats(store: Path, format_: str | None, output: Path | None) -> None:
    """Count what the store holds."""
    with KnowledgeGraph.open(store) as graph:
        found = graph.stats()
    rows = [
        ("filings", found.filings),
        ("facts", found.facts),
        ("statements with evidence", found.statements),
        ("issues", found.issues),
        ("bytes of filings", found.source_bytes),
        ("bytes of store", found.store_bytes),
        ("store bytes per byte of filing", round(found.bytes_per_source_byte, 2)),
        *found.things.items(),
    ]
    write(records(rows, ("what", "number")), format_, output)


@click.command()
@store_option
@format_option(*FORMATS)
@output_option
def issues(store: Path, format_: str | None, output: Path | None) -> None:
    """List what could not be read or was odd: file, accession, kind, where, detail."""
    found = KnowledgeGraph.open(store).issues()
    rows = sorted((i.source, i.accession, i.kind, i.where, i.detail) for i in found)
    write(records(rows, ("file", "accession", "kind", "where", "detail")), format_, output)


@click.command()
@store_option
@format_option(*FORMATS)
@output_option
@quiet_option
def validate(store: Path, format_: str | None, output: Path | None, quiet: bool) -> None:
    """Check the store against the SHACL shapes and build gates; exit 1 when it does not conform."""
    report = KnowledgeGraph.open(store).validate()
    rows = [(f.severity, f.graph.rpartition("/")[2], f.node, f.message, f.value) for f in report.findings]
    if rows or chosen_format(format_, output) != "table":
        write(records(rows, ("severity", "filing", "node", "message", "value")), format_, output)
    verdict = "conforms" if report.conforms else "does not conform"
    say(f"{verdict}: {report.filings:,} filings, {report.statements:,} statements, {len(rows)} findings", quiet)
    if not report.conforms:
        sys.exit(FAILED)
