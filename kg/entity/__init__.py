"""One entity with its evidence: find it by any name, show its page, tell why each fact is believed."""

from kg.entity.find import find, suggest
from kg.entity.show import Page, Table, show
from kg.entity.view import name
from kg.entity.why import Witness, why

__all__ = ["Page", "Table", "Witness", "find", "name", "show", "suggest", "why"]
