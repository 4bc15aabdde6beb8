"""The command `kg`: arguments → calls of the Python face → text for people or data for programs."""

from __future__ import annotations

import sys
from importlib import import_module

import click
from click.shell_completion import CompletionItem

from kg.cli.options import FAILED, WRONG_USAGE
from kg.errors import KgError, UsageError

# heading of the help → command → (module that holds it, what it does in few words)
_COMMANDS: dict[str, dict[str, tuple[str, str]]] = {
    "Make a store": {
        "build": ("build", "Make a store from files, folders and archives."),
        "add": ("build", "Add filings, or replace them."),
        "remove": ("build", "Take filings out."),
        "demo": ("build", "Do the whole job on sample filings."),
    },
    "Tell who is who": {
        "resolve": ("identity", "One node for each company, person, drug and deal."),
        "review": ("identity", "Judge pairs that may mean one thing."),
        "names": ("identity", "Know companies by EDGAR's own lists."),
    },
    "Ask it": {
        "show": ("ask", "Show a company, person, compound, licence or filing."),
        "why": ("ask", "Show the sentences behind every fact about something."),
        "query": ("ask", "Answer a query: by name, from a file, or SPARQL text."),
        "queries": ("ask", "List the library of queries."),
        "network": ("network", "Measure, draw and export the licensing network."),
        "export": ("ask", "Write the graph as Turtle or in another format."),
    },
    "Check it": {
        "stats": ("ask", "Count what the store holds."),
        "issues": ("ask", "List what could not be read or was odd."),
        "validate": ("ask", "Check the store against the SHACL shapes."),
        "explain": ("read", "Show a filing's text with every fact marked."),
        "rules": ("read", "List the extraction rules with their examples."),
    },
    "Set up": {
        "vocab": ("read", "Show, check and extend the vocabularies."),
        "completion": ("shell", "Turn on completion in your shell."),
    },
}
_NO_COMMAND: type[Exception] = getattr(click.exceptions, "NoArgsIsHelpError", KgError)
"""Raised where a command is missing, with the help as message; click before 8.2 prints it and raises nothing."""
_WHERE = {name: module for commands in _COMMANDS.values() for name, (module, _) in commands.items()}


class _Commands(click.Group):
    """Commands by name, each imported when it is called: help and completion must not load a database."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_WHERE)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _WHERE:
            return None
        module = import_module(f"kg.cli.{_WHERE[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for heading, commands in _COMMANDS.items():
            with formatter.section(heading):
                formatter.write_dl([(name, short) for name, (_, short) in commands.items()], col_spacing=4)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        named = [
            CompletionItem(name, help=short)
            for commands in _COMMANDS.values()
            for name, (_, short) in commands.items()
            if name.startswith(incomplete)
        ]
        return named if not incomplete.startswith("-") else click.Command.shell_complete(self, ctx, incomplete)


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="edgar-kg", message="%(version)s")
def cli() -> None:
    """EDGAR submissions to a knowledge graph one can trust.

    Start with `kg demo`, or `kg build PATH` on a folder of submissions;
    then `kg queries`, `kg show NAME`, `kg why NAME`.
    """


def main() -> None:
    """Run the command line; a user's mistake is one clear line on stderr, never a traceback."""
    try:
        code = cli.main(prog_name="kg", standalone_mode=False)
    except click.exceptions.Abort:
        _end("stopped", 130)
    except click.UsageError as error:
        if isinstance(error, _NO_COMMAND):
            click.echo(error.format_message(), err=True)
            sys.exit(WRONG_USAGE)
        where = f" (see `{error.ctx.command_path} --help`)" if error.ctx else ""
        _end(f"{error.format_message()}{where}", WRONG_USAGE)
    except click.ClickException as error:
        _end(error.format_message(), FAILED)
    except UsageError as error:
        _end(str(error), WRONG_USAGE)
    except KgError as error:
        _end(str(error), FAILED)
    except KeyboardInterrupt:
        _end("stopped; what was stored before is as it was", 130)
    except OSError as error:
        _end(f"{error.filename or 'system'}: {error.strerror or error}", FAILED)
    sys.exit(code if isinstance(code, int) else 0)


def _end(message: str, code: int) -> None:
    click.echo(f"kg: {message}", err=True)
    sys.exit(code)
