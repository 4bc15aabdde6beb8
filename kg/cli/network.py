"""`kg network`: measures, slices, ego networks, files and the report of the licensing network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kg.cli.options import format_option, opened, output_option, say, store_option
from kg.cli.render import FORMATS, records, write
from kg.errors import UsageError
from kg.graph import KnowledgeGraph

F = TypeVar("F", bound=Callable[..., Any])


@click.group()
def network() -> None:
    """Measure, draw and export the licensing network."""


def _selection(command: F) -> F:
    """Options that say which agreements are meant."""
    for option in (
        click.option("--since", metavar="DATE", help="From this day, month or year on."),
        click.option("--until", metavar="DATE", help="Up to this day, month or year."),
        click.option("--indication", help="In this disease or anything below it."),
        click.option("--kind", help="license, sublicense, option, collaboration or assignment."),
        click.option("--status", help="executed, amended, terminated or proposed."),
    ):
        command = option(command)
    return command


def _chosen(values: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


@network.command()
@click.option("--measure", "measures", multiple=True, help="A measure; repeat for more. Default: all.")
@click.option(
    "--whole", "whole_", is_flag=True, help="Figures of the whole network instead of one row per organisation."
)
@_selection
@store_option
@format_option(*FORMATS)
@output_option
def measures(
    measures: tuple[str, ...],
    whole_: bool,
    store: Path,
    format_: str | None,
    output: Path | None,
    **selection: str | None,
) -> None:
    """One row of measures per organisation, or the figures of the whole."""
    from kg.network.measures import MEASURES, table, whole

    if unknown := set(measures) - set(MEASURES):
        raise UsageError(f"no measure {sorted(unknown)[0]!r}; there are {', '.join(MEASURES)}")
    made = KnowledgeGraph.open(store).network(**_chosen(selection))
    if whole_:
        write(records(whole(made), ("figure", "value")), format_, output)
        return
    names = list(measures or MEASURES)
    rows = [[row["label"], row["kind"], *(row[n] for n in names), row["iri"]] for row in table(made, names)]
    write(records(rows, ("label", "kind", *names, "iri")), format_, output)


@network.command("slice")
@click.option("--life", type=click.IntRange(1), default=5, show_default=True, help="Years an agreement is alive.")
@_selection
@store_option
@format_option(*FORMATS)
@output_option
def slice_(life: int, store: Path, format_: str | None, output: Path | None, **selection: str | None) -> None:
    """One row per year: agreements begun and alive, density, giant component, clustering, assortativity."""
    from kg.network.time import growth

    rows = growth(KnowledgeGraph.open(store).network(**_chosen(selection)), life)
    columns = tuple(rows[0]) if rows else ("year", "begun", "alive")
    write(records([list(r.values()) for r in rows], columns), format_, output)


@network.command()
@click.argument("what")
@click.option("--radius", type=click.IntRange(1, 3), default=1, show_default=True, help="Steps around it.")
@_selection
@store_option
@format_option(*FORMATS)
@output_option
def ego(what: str, radius: int, store: Path, format_: str | None, output: Path | None, **selection: str | None) -> None:
    """The agreements around one organisation (name, CIK or IRI)."""
    from kg.network import collapse, files

    graph = KnowledgeGraph.open(store)
    made = graph.network(**_chosen(selection))
    centers = [iri for iri in graph.find(what) if iri in made]
    if not centers:
        raise UsageError(f"{what!r} is party to no agreement of this selection")
    rows = files.edges(collapse.ego(made, centers[0], radius))
    names = {node: data.get("label") for node, data in made.nodes(data=True)}
    columns = ("date", "licensor", "licensee", "kind", "status", "compounds", "indications", "id")
    table = [[r["date"], names[r["source"]], names[r["target"]], *(r[c] for c in columns[3:7]), r["id"]] for r in rows]
    write(records(table, columns), format_, output)


@network.command("export")
@click.option(
    "--format", "format_", default="graphml", show_default=True, help="graphml, gexf, cytoscape, csv, parquet."
)
@_selection
@store_option
@output_option
def export_(format_: str, store: Path, output: Path | None, **selection: str | None) -> None:
    """Write the network for Gephi, Cytoscape, R or a spreadsheet."""
    from kg.network.files import FORMATS as WRITERS

    name = {"csv": "edges-csv"}.get(format_, format_)
    if name not in WRITERS:
        raise UsageError(f"unknown format {format_!r}; choose one of {', '.join(WRITERS)}")
    made = KnowledgeGraph.open(store).network(**_chosen(selection))
    with opened(output) as stream:
        WRITERS[name](made, stream)
    say(f"{len(made):,} organisations, {made.number_of_edges():,} edges", output is None)


@network.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder for the report.")
@click.option("--title", default="Licensing network", show_default=True, help="Heading of the report.")
@_selection
@store_option
def report(output: Path, title: str, store: Path, **selection: str | None) -> None:
    """Write one self-contained HTML page with figures, tables, methods and the queries behind them."""
    graph = KnowledgeGraph.open(store)
    made = graph.network(**_chosen(selection))
    text = graph.report(made, title)
    output.mkdir(parents=True, exist_ok=True)
    with opened(output / "report.html") as stream:
        stream.write(text.encode())
    say(f"{output / 'report.html'}: {len(made):,} organisations, {made.number_of_edges():,} edges")
