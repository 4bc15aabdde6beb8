"""Commands that change a store: build, add, remove; and the demo, which does the whole job on sample filings."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from kg.cli.options import FAILED, WITH_ISSUES, quiet_option, say, store_option, strict_option
from kg.cli.render import write_pages
from kg.errors import UsageError
from kg.graph import KnowledgeGraph
from kg.settings import settings

if TYPE_CHECKING:  # help must not wait for the rules of reading
    from kg.pipeline import Report

SAMPLES = Path(__file__).parent.parent / "samples"
_STEPS = {"read": "reading", "load": "loading", "store": "storing"}


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[str, int, int | None], None]]:
    """Progress bars on stderr while somebody watches; silence otherwise."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield lambda step, done, total: None
        return
    columns = (TextColumn("{task.description:8}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as shown:
        tasks: dict[str, int] = {}

        def hear(step: str, done: int, total: int | None) -> None:
            if step not in tasks:
                tasks[step] = shown.add_task(_STEPS.get(step, step), total=total)
            shown.update(tasks[step], completed=done, total=total)  # type: ignore[arg-type]  # a TaskID is an int

        yield hear


def _listed(paths: tuple[str, ...]) -> list[str]:
    if not paths:
        raise UsageError("name at least one file or folder, or - for a list on stdin")
    return list(paths)


def _told(report: Report, seconds: float, quiet: bool) -> None:
    size = report.bytes / 1e6
    say(
        f"{report.filings:,} filings from {report.files:,} files ({size:,.1f} MB), {report.statements:,} statements, "
        f"{report.issues:,} issue{'' if report.issues == 1 else 's'}, {seconds:.1f} s",
        quiet,
    )
    if report.resumed:
        say(f"{report.resumed:,} files had been read by an earlier run", quiet)
    if report.unchanged:
        say(f"{report.unchanged:,} filings were unchanged", quiet)
    if report.issues:
        say("see `kg issues`", quiet)


_workers = click.option("--workers", type=click.IntRange(1), default=None, help="Processes that read filings.")


def _graph(store: Path, workers: int | None) -> KnowledgeGraph:
    limits = settings()
    return KnowledgeGraph(store, replace(limits, workers=workers) if workers else limits)


def _run(verb: Callable[..., Report], paths: tuple[str, ...], quiet: bool, strict: bool) -> None:
    """Build or add with progress, tell what was done, and end with 3 when issues count."""
    begun = time.monotonic()
    with _progress(quiet) as hear:
        report = verb(_listed(paths), hear)
    _told(report, time.monotonic() - begun, quiet)
    if strict and report.issues:
        sys.exit(WITH_ISSUES)


@click.command()
@click.argument("paths", nargs=-1)
@store_option
@_workers
@quiet_option
@strict_option
def build(paths: tuple[str, ...], store: Path, workers: int | None, quiet: bool, strict: bool) -> None:
    """Make a store from PATHS: files, folders, .zip, .tar, .tar.gz, .gz, or - for a list of them on stdin.

    What lay at the store before stays until the new one is complete; a killed build resumes when run again.
    """
    _run(_graph(store, workers).build, paths, quiet, strict)


@click.command()
@click.argument("paths", nargs=-1)
@store_option
@_workers
@quiet_option
@strict_option
def add(paths: tuple[str, ...], store: Path, workers: int | None, quiet: bool, strict: bool) -> None:
    """Add PATHS to the store; filings it holds already are replaced, each in one transaction.

    A resolved store stays resolved: it becomes what `kg resolve` would make of all filings.
    """
    graph = _graph(store, workers)
    _run(graph.add, paths, quiet, strict)
    judged, listed = graph.waiting()
    if judged or listed:
        say(f"{judged:,} judgements and {listed:,} imported names wait for `kg resolve`", quiet)


@click.command()
@click.argument("accessions", nargs=-1, required=True)
@store_option
@quiet_option
def remove(accessions: tuple[str, ...], store: Path, quiet: bool) -> None:
    """Take filings out of the store by accession number; exit 1 when one was not in it."""
    missing = KnowledgeGraph(store).remove(accessions)
    say(f"{len(set(accessions)) - len(missing)} filings removed", quiet)
    for accession in missing:
        say(f"not in the store: {accession}")
    if missing:
        sys.exit(FAILED)


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("demo"),
    show_default=True,
    help="Folder for the store and the graph.",
)
@quiet_option
def demo(output: Path, quiet: bool) -> None:
    """Do the whole job on the sample filings: build a store, join names, ask it, export it as Turtle.

    The samples are sixteen invented submissions that come with the package.
    """
    output.mkdir(parents=True, exist_ok=True)
    store = output / "store"
    console = Console()
    begun = time.monotonic()
    with _progress(quiet) as hear:
        graph = KnowledgeGraph(store)
        report = graph.build([SAMPLES], hear)

    def step(text: str) -> None:
        console.print(Text(text, style="bold"), soft_wrap=True)

    step(f"1. Build: kg build {_shown(SAMPLES)} --store {store}")
    _told(replace(report, issues=report.issues), time.monotonic() - begun, quiet)
    step(f"\n2. Join: kg resolve --store {store}")
    say(f"{len(graph.resolve().links):,} nodes stand for another", quiet)
    with graph:
        for number, (name, values) in enumerate(_ASKED, 3):
            shown = " ".join(f'--param {k}="{v}"' for k, v in values.items())
            step(f"\n{number}. Ask: kg query {name} {shown} --store {store}")
            console.print(graph.query(name, **values).table(30))
        step(f"\n6. Look: kg show {_LOOKED_AT} --store {store}")
        write_pages(graph.show(_LOOKED_AT), "table", None)
        target = output / "graph.ttl"
        part = output / "graph.ttl.part"
        with part.open("wb") as stream:
            count = graph.export(stream, "turtle")
        part.replace(target)
    step(f"7. Export: kg export -o {target} --store {store}   ({count:,} statements)")
    step(f"\nNext: kg why {_LOOKED_AT} --store {store}, or kg queries")


_LOOKED_AT = "AUR-101"
_ASKED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("licences-by-licensor", {"name": "research foundation"}),
    ("former-names", {"cik": "9100001"}),
    ("pipeline", {"phase": "3"}),
)


def _shown(path: Path) -> str:
    """A path as short as it can be told."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
