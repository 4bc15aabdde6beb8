"""`kg completion`: the line that a shell needs to complete commands and options."""

from __future__ import annotations

import click

from kg.cli.options import say

_LINES = {
    "bash": 'eval "$(_KG_COMPLETE=bash_source kg)"',
    "zsh": 'eval "$(_KG_COMPLETE=zsh_source kg)"',
    "fish": "_KG_COMPLETE=fish_source kg | source",
}
_FILES = {"bash": "~/.bashrc", "zsh": "~/.zshrc", "fish": "~/.config/fish/completions/kg.fish"}


@click.command()
@click.argument("shell", type=click.Choice(sorted(_LINES)))
def completion(shell: str) -> None:
    """Print the line that turns on completion in SHELL."""
    say(f"put this line into {_FILES[shell]}:")
    click.echo(_LINES[shell])
