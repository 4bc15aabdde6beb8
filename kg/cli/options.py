"""Options that many commands share, and how each command ends."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from kg.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])

DONE, FAILED, WRONG_USAGE, WITH_ISSUES = 0, 1, 2, 3


def store_option(command: F) -> F:
    """`--store DIR`, else `$KG_STORE`, else `./kg-store`."""
    return click.option(
        "--store",
        type=click.Path(path_type=Path),
        envvar="KG_STORE",
        default=Path("kg-store"),
        show_default="$KG_STORE, else ./kg-store",
        help="The store.",
    )(command)


def output_option(command: F) -> F:
    """`-o FILE`, else stdout."""
    return click.option(
        "-o", "--output", type=click.Path(path_type=Path), default=None, help="Write here instead of to stdout."
    )(command)


def format_option(*formats: str) -> Callable[[F], F]:
    """`--format`; without it a table on a terminal and JSON in a pipe or file."""

    def wrap(command: F) -> F:
        return click.option(
            "--format",
            "format_",
            type=click.Choice(formats),
            default=None,
            help="Default: table on a terminal, json elsewhere.",
        )(command)

    return wrap


def quiet_option(command: F) -> F:
    """`--quiet`: no progress, no talk."""
    return click.option("-q", "--quiet", is_flag=True, help="No progress bars and no talk on stderr.")(command)


def strict_option(command: F) -> F:
    """`--strict`: exit 3 when there were issues."""
    return click.option("--strict", is_flag=True, help="Exit 3 when anything could not be read or was odd.")(command)


def chosen_format(given: str | None, output: Path | None) -> str:
    """The format asked for, else table for a person and JSON for a program."""
    if given:
        return given
    return "table" if output is None and sys.stdout.isatty() else "json"


@contextlib.contextmanager
def opened(output: Path | None) -> Iterator[IO[bytes]]:
    """A binary stream for the result. A file appears whole or not at all: it is written beside and then renamed."""
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part = output.with_name(output.name + ".part")
    try:
        with part.open("wb") as stream:
            yield stream
    except BaseException as error:
        part.unlink(missing_ok=True)
        if isinstance(error, FileNotFoundError | NotADirectoryError | PermissionError):
            raise UsageError(f"cannot write {output}: {error.strerror}") from error
        raise
    part.replace(output)


def say(text: str, quiet: bool = False) -> None:
    """One line of talk on stderr."""
    if not quiet:
        click.echo(text, err=True)
