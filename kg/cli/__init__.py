"""The command `kg`: arguments → calls of the Python face → text for people or data for programs."""

from __future__ import annotations

import sys
from typing import ClassVar

import click

from kg.cli.options import FAILED, WRONG_USAGE
from kg.errors import KgError, UsageError


class _Commands(click.Group):
    """Commands by name, each imported when it is called: `kg --help` must not load a database."""

    _WHERE: ClassVar = {
        "add": "build",
        "build": "build",
        "demo": "build",
        "remove": "build",
        "issues": "ask",
        "queries": "ask",
        "query": "ask",
        "show": "ask",
        "stats": "ask",
        "why": "ask",
        "network": "network",
        "explain": "read",
        "vocab": "read",
        "completion": "shell",
        "export": "ask",
        "validate": "ask",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self._WHERE)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._WHERE:
            return None
        import importlib

        module = importlib.import_module(f"kg.cli.{self._WHERE[cmd_name]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command


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
        code = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        _end("stopped", 130)
    except click.UsageError as error:
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
