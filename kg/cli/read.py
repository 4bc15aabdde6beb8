"""Commands that read filings without a store: explain, and the vocabularies that reading uses."""

from __future__ import annotations

from dataclasses import asdict
from io import StringIO
from pathlib import Path

import click
from rich.console import Console

from kg.cli.options import format_option, opened, output_option, say
from kg.cli.render import FORMATS, records, write
from kg.errors import UsageError
from kg.extract import vocabulary


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--html", is_flag=True, help="A page for the browser instead of marked text for the terminal.")
@output_option
def explain(file: Path, html: bool, output: Path | None) -> None:
    """Show the text of a submission FILE with every fact marked where it is stated, and the rule that found it."""
    if not file.is_file():
        raise UsageError(f"no such file: {file}")
    from kg.explain import page, terminal  # the rules and vocabularies of reading: only for who reads
    from kg.pipeline import claims

    found = False
    with opened(output) as stream:
        for read, said in claims(file.read_bytes(), str(file)):
            found = True
            if html:
                stream.write(page(read, said).encode())
            elif output is None:
                Console().print(terminal(read, said))
            else:
                console = Console(width=120, record=True, file=StringIO())
                console.print(terminal(read, said))
                stream.write(console.export_text().encode())
    if not found:
        raise UsageError(f"{file}: no EDGAR submission was found in it")


@click.command()
@click.argument("name", required=False)
@format_option(*FORMATS)
@output_option
def rules(name: str | None, format_: str | None, output: Path | None) -> None:
    """List the extraction rules, or show one with its examples."""
    from kg.extract.catalogue import catalogue

    every = {rule.name: rule for rule in catalogue()}
    if name is None:
        write(records([(r.name, r.description) for r in every.values()], ("rule", "what it reads")), format_, output)
        return
    chosen = every.get(name) or every.get(f"{name}_1")
    if chosen is None:
        raise UsageError(f"no rule named {name!r}; see `kg rules`")
    rows = [("yields a fact", text) for text in chosen.positive] + [("yields none", text) for text in chosen.negative]
    say(f"{chosen.name}: {chosen.description}")
    write(records(rows, ("", "example")), format_, output)


@click.group()
def vocab() -> None:
    """Show, check and extend the vocabularies of diseases and names that reading uses."""


@vocab.command("list")
@format_option(*FORMATS)
@output_option
def list_(format_: str | None, output: Path | None) -> None:
    """List the tables with their rows, versions and licences."""
    rows = [(t.name, t.rows, t.version, t.licence, t.source) for t in vocabulary.tables()]
    write(records(rows, ("name", "rows", "version", "licence", "source")), format_, output)


@vocab.command("show")
@click.argument("name")
@format_option(*FORMATS)
@output_option
def show(name: str, format_: str | None, output: Path | None) -> None:
    """Tell what is known of one table, and whether its bytes are those of its manifest."""
    rows = [*asdict(vocabulary.table_info(name)).items(), ("intact", vocabulary.verify(name))]
    write(records([(k, str(v)) for k, v in rows], ("what", "value")), format_, output)


@vocab.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", required=True, help="What the table is called.")
@click.option("--licence", required=True, help="Its licence.")
@click.option("--credit", required=True, help="Whom to credit.")
@click.option("--version", default="", help="Its version.")
@click.option("--folder", type=click.Path(path_type=Path), required=True, help="Where tables of your own lie.")
def import_(file: Path, name: str, licence: str, credit: str, version: str, folder: Path) -> None:
    """Add a TSV (id, label, synonyms) of diseases to FOLDER; `$KG_VOCABULARIES` then makes reading use it."""
    info = vocabulary.import_table(file, folder, name, licence, credit, version)
    say(f"{info.rows:,} rows as {name} in {folder}; set KG_VOCABULARIES={folder} to use them")
