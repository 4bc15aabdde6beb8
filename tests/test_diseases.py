"""The index over disease vocabularies."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kg.extract import diseases, vocabulary
from kg.extract.diseases import disease_index, singular
from kg.extract.spelling import fold


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in disease_index().spans(fold(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("treats Multiple Myeloma and gout.", ["Multiple Myeloma", "gout"]),
        ("non–small-cell lung cancer", ["non–small-cell lung cancer"]),
        ("anaemias and oesophageal cancers", ["anaemias", "oesophageal cancers"]),
        ("muscular dystrophies", ["muscular dystrophies"]),
        ("Sjögren’s syndrome", ["Sjögren’s syndrome"]),
        ("the disease, a syndrome and a disorder", []),
        ("goutier gouty", []),
        ("ALL patients in all trials", []),
        ("psoriasis 5 mg", ["psoriasis"]),
        ("severe asthma", ["asthma"]),  # the begin of "severe asthma attack"
    ],
)
def test_spans(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_the_longest_name_wins() -> None:
    assert found("chronic lymphocytic leukemia") == ["chronic lymphocytic leukemia"]


def test_ids_with_equals_elsewhere() -> None:
    index = disease_index()
    assert index.ids("multiple myeloma") == ("DOID:9538", "NCIT:C3242")
    assert index.ids("Huntington’s Disease") == index.ids("huntington disease")
    assert index.ids("chronic lymphocytic leukaemias")[0] == "DOID:1040"
    assert index.ids("no such disease at all") == ()


def test_labels_and_hierarchy() -> None:
    index = disease_index()
    assert index.label("DOID:9538") == "multiple myeloma"
    assert index.label("DOID:0") is None
    parent = index.parents("DOID:11723")  # Duchenne muscular dystrophy
    assert [index.label(i) for i in parent] == ["muscular dystrophy"]
    assert index.ancestors("DOID:11723")[0] == parent[0]
    assert "disease" in {index.label(i) for i in index.ancestors("DOID:11723")}
    assert index.parents("NCIT:C3242") == ()


def test_singular() -> None:
    assert [singular(key) for key in ("lung cancers", "illness", "psoriasis", "lupus")] == [
        "lung cancer",
        "illness",
        "psoriasis",
        "lupus",
    ]


def test_an_imported_table_takes_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "own.tsv"
    table.write_text(
        "id\tlabel\tsynonyms\tparents\nOWN:2\tmarsh ague\tbog shakes\tOWN:1\nOWN:1\tague\t\t\n", encoding="utf-8"
    )
    vocabulary.import_table(table, tmp_path / "vocab", "own", "CC0-1.0", "nobody")
    diseases.forget()
    try:
        assert found("Bog shakes and gout") == ["gout"]
        monkeypatch.setenv(vocabulary.FOLDER_VARIABLE, str(tmp_path / "vocab"))
        diseases.forget()
        assert found("Bog shakes and gout") == ["Bog shakes", "gout"]
        assert disease_index().ids("bog shakes") == ("OWN:2",)
        assert disease_index().parents("OWN:2") == ("OWN:1",)
    finally:
        monkeypatch.delenv(vocabulary.FOLDER_VARIABLE, raising=False)
        diseases.forget()


def test_searching_is_linear() -> None:
    disease_index()
    texts = [fold("acute chronic lymphocytic multiple " * size) for size in (4_000, 16_000)]
    times = []
    for text in texts:
        began = time.process_time()
        assert list(disease_index().spans(text)) == []
        times.append(time.process_time() - began)
    assert times[1] < 16 * max(times[0], 0.005)
