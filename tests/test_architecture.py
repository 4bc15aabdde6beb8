"""No import runs upward, and no stage imports another stage: the floors of docs/architecture.md, walked."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
FLOORS = (
    {"collector", "errors", "names", "settings", "result", "sorting", "sparql", "svg", "versions"},
    {"model", "ontology"},
    {"acquire", "parse", "extract", "identify", "emit", "store", "pool"},
    {"validate", "query"},
    {"entity", "network", "pipeline", "explain", "resolve"},
    {"export"},
    {"graph"},
    {"web"},
    {"cli"},
    {"__main__"},
)
FLOOR = {name: number for number, names in enumerate(FLOORS, 1) for name in names}
STAGES = {"acquire", "parse", "extract", "identify", "emit", "store"}


def imports() -> Iterator[tuple[str, str, str]]:
    """(file, its part of the package, part it imports)."""
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE)
        own = inside.parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            targets: list[str] = []
            if isinstance(node, ast.Import):
                targets = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                assert node.level == 0, f"{inside}: imports are absolute"
                targets = [f"kg.{alias.name}" for alias in node.names] if node.module == "kg" else [node.module]
            for target in targets:
                parts = target.split(".")
                if parts[0] == "kg" and len(parts) > 1 and own != "__init__":
                    yield str(inside), own, parts[1]


def test_every_part_has_a_floor() -> None:
    parts = {p.name.removesuffix(".py") for p in PACKAGE.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    assert parts - {"__init__"} <= set(FLOOR)


def test_no_import_runs_upward() -> None:
    found = list(imports())
    assert len(found) > 100
    assert [(f, t) for f, own, t in found if own != t and t in FLOOR and FLOOR[t] > FLOOR[own]] == []


def test_stages_do_not_import_each_other() -> None:
    assert [(f, t) for f, own, t in imports() if own in STAGES and t in STAGES and own != t] == []


@pytest.mark.parametrize("library", ["pyoxigraph", "rdflib", "pyshacl"])
def test_reading_and_extraction_know_no_rdf(library: str) -> None:
    for stage in ("parse", "extract", "acquire", "model"):
        for path in (PACKAGE / stage).rglob("*.py"):
            assert f"import {library}" not in path.read_text("utf-8"), path
