"""Commands about which nodes mean one thing: resolve, review, names."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.cli.options import format_option, output_option, quiet_option, say, store_option
from kg.cli.render import FORMATS, records, write
from kg.errors import UsageError
from kg.graph import KnowledgeGraph
from kg.model.identity import Candidate, Judgement


@click.command()
@store_option
@quiet_option
@click.option("--undo", is_flag=True, help="Take all identity out: every node stands for itself again.")
def resolve(store: Path, quiet: bool, undo: bool) -> None:
    """Make one node of each company, person, compound, indication and agreement, across filings and time.

    Uses the names the filings state, imported names, and the judgements beside the store. The filings' graphs stay as
    they are; running it again gives the same store.
    """
    graph = KnowledgeGraph(store)
    if undo:
        graph.unresolve()
        say("every node stands for itself", quiet)
        return
    found = graph.resolve()
    kinds: dict[str, int] = {}
    for link in found.links:
        kind = link.node.split("/id/")[-1].split("/")[0]
        kinds[kind] = kinds.get(kind, 0) + 1
    said = ", ".join(f"{number:,} {kind}" for kind, number in sorted(kinds.items()))
    say(f"{len(found.links):,} nodes stand for another{': ' if said else ''}{said}", quiet)
    say(f"{len(found.candidates):,} candidates to judge, beside names that are merely spelled alike: see `kg review`",
        quiet)  # fmt: skip


@click.command()
@store_option
@click.option("--auto", type=click.FloatRange(0, 1), default=None, help="Judge all candidates of this score the same.")
@click.option("--list", "list_", is_flag=True, help="List the candidates and judge nothing.")
@format_option(*FORMATS)
@output_option
def review(store: Path, auto: float | None, list_: bool, format_: str | None, output: Path | None) -> None:
    """Show pairs that may mean one thing, with score, reasons and evidence, and take y, n or later for each.

    Answers are added to the judgements beside the store; `kg resolve` then applies them.
    """
    graph = KnowledgeGraph.open(store)
    found = sorted(graph.candidates(), key=lambda c: (-c.score, c))
    if list_ or output is not None or format_ is not None:
        rows = [
            (c.score, graph.label(c.left), graph.label(c.right), "; ".join(c.reasons), c.left, c.right) for c in found
        ]
        write(records(rows, ("score", "one", "other", "reasons", "left", "right")), format_, output)
        return
    if auto is not None:
        sure = [c for c in found if c.score >= auto]
        for one in sure:
            graph.judge(_judgement("same", one, f"score {one.score:.2f}, at least {auto}"))
        say(f"{len(sure)} of {len(found)} candidates judged the same; now run `kg resolve`")
        return
    _ask(graph, found)


def _ask(graph: KnowledgeGraph, found: list[Candidate]) -> None:
    console = Console()
    judged = 0
    for number, one in enumerate(found, 1):
        console.print(
            Text(f"\n{number} of {len(found)}   score {one.score:.2f}   {'; '.join(one.reasons)}", style="bold")
        )
        table = Table(show_header=True, expand=True)
        for node in (one.left, one.right):
            table.add_column(f"{graph.label(node)}\n{node.split('/id/')[-1]}", ratio=1, overflow="fold")
        table.add_row(*("\n".join(graph.quotes(node)) or "(no passage)" for node in (one.left, one.right)))
        console.print(table)
        answer = click.prompt("the same? y, n, later or quit", type=click.Choice(["y", "n", "l", "q"]), default="l")
        if answer == "q":
            break
        if answer in ("y", "n"):
            graph.judge(_judgement("same" if answer == "y" else "different", one, "reviewed"))
            judged += 1
    say(f"{judged} judged" + ("; now run `kg resolve`" if judged else ""))


def _judgement(verdict: str, one: Candidate, why: str) -> Judgement:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Judgement(verdict, one.left, one.right, getpass.getuser(), now, why)


@click.group()
def names() -> None:
    """Know companies by EDGAR's own lists, also those whose filings are not loaded."""


@names.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@store_option
def import_(files: tuple[Path, ...], store: Path) -> None:
    """Take names from FILES: company_tickers.json, submissions JSON (CIK….json), cik-lookup-data.txt."""
    graph = KnowledgeGraph(store)
    for file in files:
        known, new = graph.import_names(file)
        say(f"{file}: {known:,} names, {new:,} of them new")


@names.command("find")
@click.argument("name")
@click.option("--on", default="", help="The day of the text that uses the name (YYYY-MM-DD).")
@store_option
@format_option(*FORMATS)
@output_option
def find(name: str, on: str, store: Path, format_: str | None, output: Path | None) -> None:
    """Tell which companies a NAME meant, at any time or on a day."""
    rows = [
        (u.company.rpartition("/")[2], u.name, u.since, u.until) for u in KnowledgeGraph.open(store).bearers(name, on)
    ]
    if not rows:
        raise UsageError(f"no company is known by the name {name!r}" + (f" on {on}" if on else ""))
    write(records(rows, ("company", "name", "from", "until")), format_, output)
