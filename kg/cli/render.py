"""Results → bytes for a file or pipe, tables for a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from io import StringIO
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from kg.cli.options import chosen_format, opened
from kg.entity import Page
from kg.result import Result, Term, text_table

FORMATS = ("table", "json", "csv", "tsv", "jsonl")
TABLE_ROWS = 200  # more rows than this no longer help a person at a terminal


def records(rows: Iterable[Sequence[Any]], columns: Sequence[str], title: str = "") -> Result:
    """Plain values as a Result, so that they have all its forms."""
    terms = (tuple(None if value is None else _term(value) for value in row) for row in rows)
    return Result(tuple(columns), tuple(terms), title=title)


def _term(value: Any) -> Term:
    kinds = {int: "integer", float: "double", bool: "boolean"}
    kind = kinds.get(type(value))
    return Term("literal", str(value), f"http://www.w3.org/2001/XMLSchema#{kind}" if kind else None)


def write(result: Result, format: str | None, output: Path | None) -> None:
    """The result in the format asked for, or in the one that fits where it goes."""
    chosen = chosen_format(format, output)
    if chosen == "table" and output is None:
        console = Console()
        console.print(result.table(TABLE_ROWS, console.width) if result.rows else Text("no rows", style="dim"))
        return
    with opened(output) as stream:
        if chosen == "table":
            stream.write(_plain_table(result).encode())
            return
        text = {"json": result.to_json, "csv": result.to_csv, "tsv": result.to_tsv, "jsonl": result.to_jsonl}[chosen]()
        stream.write((text if text.endswith("\n") or not text else text + "\n").encode())


def _plain_table(result: Result) -> str:
    console = Console(width=200, record=True, file=StringIO())
    console.print(result.table(width=console.width))
    return console.export_text()


def write_pages(pages: Sequence[Page], format: str | None, output: Path | None) -> None:
    """Entity pages as tables or as one JSON list."""
    if chosen_format(format, output) == "json":
        with opened(output) as stream:
            stream.write(json.dumps([asdict(page) for page in pages], ensure_ascii=False, indent=1).encode() + b"\n")
        return
    console = Console() if output is None else Console(width=160, record=True, file=StringIO())
    for page in pages:
        console.print(Text(page.label, style="bold") + Text(f"  {page.kind}  {page.iri}", style="dim"))
        facts = RichTable(box=None, show_header=False, pad_edge=False)
        for name, value in page.facts:
            facts.add_row(Text(name, style="dim"), Text(value))
        if page.facts:
            console.print(facts)
        for table in page.tables:
            made = text_table(table.columns, table.rows[:TABLE_ROWS], table.title, width=console.width)
            if len(table.rows) > TABLE_ROWS:
                made.caption = f"{TABLE_ROWS} of {len(table.rows)} rows"
            console.print()
            console.print(made)
        console.print()
    if output is not None:
        with opened(output) as stream:
            stream.write(console.export_text().encode())
