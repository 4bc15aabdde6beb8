"""EDGAR's header writes names in plain letters, the text in those of their language."""

from __future__ import annotations

from dataclasses import replace

from licence_text import filing_saying

from kg.extract.accents import accents
from kg.extract.document import read_context
from kg.model import Party
from kg.names import org_key, plain_letters, slug


def spellings(name: str, text: str) -> list[tuple[str | None, tuple[str, ...], str]]:
    """(CIK, other spellings, quoted sentence) that are read of a registrant of this name."""
    read = filing_saying(text)
    party = Party("filer", name, "0000000002", sic="2834")
    context = read_context(replace(read, filing=replace(read.filing, parties=(party,))))
    return [(c.org.cik, c.aliases, c.source.evidence[0].exact) for c in accents(context)]


def test_the_registrant_is_known_in_the_letters_of_its_language() -> None:
    text = "Søholm Therapeutics A/S is based in Aarhus. Søholm Therapeutics A/S licensed SHT-1 to Acme, Inc."
    said = [("0000000002", ("Søholm Therapeutics A/S",), "Søholm Therapeutics A/S is based in Aarhus.")]
    assert spellings("Soholm Therapeutics A/S", text) == said
    assert spellings("SOHOLM THERAPEUTICS A/S", text) == said


def test_plain_letters_and_other_companies_have_no_other_spelling() -> None:
    assert spellings("Soholm Therapeutics A/S", "Soholm Therapeutics A/S licensed SHT-1 to Nørgaard Pharma ApS.") == []


def test_keys_and_slugs_know_letters_that_unicode_does_not_take_apart() -> None:
    assert plain_letters("Nørgård & Łukasz Weißenfels, Société Æsir") == "Norgard & Lukasz Weissenfels, Societe AEsir"
    assert org_key("Société Générale") == org_key("SOCIETE GENERALE SA") == "societe generale"
    assert org_key("Søholm ApS") == "soholm"
    assert slug("Søholm") == "soholm"
    assert slug("株式会社").startswith("x")
