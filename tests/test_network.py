"""The licensing network and its measures against hand-worked graphs and networkx."""

from __future__ import annotations

import math

import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.network.collapse import bipartite, chains, collapse, ego, one_mode, undirected
from kg.network.graph import network
from kg.network.measures import (
    MEASURES,
    bow_tie,
    brokerage,
    concentration,
    core_periphery,
    kind_assortativity,
    mixing,
    rewired_z,
    table,
    whole,
)

ID = "https://w3id.org/edgar-kg/id/"
PREFIXES = """
PREFIX : <https://w3id.org/edgar-kg/id/organization/>
PREFIX a: <https://w3id.org/edgar-kg/id/agreement/>
PREFIX g: <https://w3id.org/edgar-kg/id/grant/>
PREFIX c: <https://w3id.org/edgar-kg/id/compound/>
PREFIX i: <https://w3id.org/edgar-kg/id/indication/>
PREFIX ekg: <https://w3id.org/edgar-kg/ontology#>
PREFIX ekgc: <https://w3id.org/edgar-kg/concept/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
DATA = """
:u a ekg:Organization ; rdfs:label "University of Eastmere" .
:b a ekg:Company ; rdfs:label "Bolt Bio Inc" ; ekg:sic ekgc:sic_2836 ; ekg:cik "0000000001" .
:p a ekg:Organization ; rdfs:label "Pharma AG" .
c:x a ekg:Compound ; rdfs:label "X-1" .
i:aml a ekg:Indication ; skos:prefLabel "acute myeloid leukemia" ; skos:broader i:leukemia .
i:leukemia a ekg:Indication ; skos:prefLabel "leukemia" .
a:one a ekg:LicenseAgreement ; ekg:licensor :u ; ekg:licensee :b ; ekg:effectiveDate "2010-05-01"^^xsd:date ;
  ekg:agreementKind ekgc:agreement_license ; ekg:agreementStatus ekgc:status_executed ; ekg:confidence 0.9 ;
  ekg:disclosedIn <https://w3id.org/edgar-kg/id/filing/0000000001-10-000001> ; ekg:hasGrant g:one ;
  ekg:hasPayment <https://w3id.org/edgar-kg/id/payment/1> .
<https://w3id.org/edgar-kg/id/payment/1> ekg:paymentKind ekgc:payment_upfront ;
  ekg:amount 500000.0 ; ekg:currency "USD" .
g:one a ekg:LicenseGrant ; ekg:compound c:x ; ekg:indication i:aml ; ekg:exclusivity ekgc:exclusivity_exclusive .
a:two a ekg:LicenseAgreement ; ekg:licensor :b ; ekg:licensee :p ; ekg:announcedDate "2012"^^xsd:gYear ;
  ekg:agreementKind ekgc:agreement_sublicense ; ekg:agreementStatus ekgc:status_terminated ; ekg:hasGrant g:two .
g:two a ekg:LicenseGrant ; ekg:compound c:x .
a:three a ekg:LicenseAgreement ; ekg:licensor :b ; ekg:licensee :p ; ekg:agreementKind ekgc:agreement_license ;
  ekg:agreementStatus ekgc:status_executed .
a:open a ekg:LicenseAgreement ; ekg:licensor :b .
"""
U, B, P = (f"{ID}organization/{x}" for x in "ubp")


@pytest.fixture(scope="module")
def store() -> ox.Store:
    made = ox.Store()
    made.update(f"{PREFIXES} INSERT DATA {{ {DATA} }}")
    return made


def test_nodes_are_organisations_and_edges_agreements(store: ox.Store) -> None:
    made = network(store)
    assert sorted(made.nodes) == [B, P, U]
    assert sorted((a, b, k.rpartition("/")[2]) for a, b, k in made.edges(keys=True)) == [
        (B, P, "three"),
        (B, P, "two"),
        (U, B, "one"),
    ]
    assert made.nodes[U] == {
        "label": "University of Eastmere",
        "kind": "university",
        "sic": None,
        "state": None,
        "cik": None,
    }
    assert made.nodes[B]["kind"] == "biotech"
    edge = made.edges[U, B, f"{ID}agreement/one"]
    assert edge["date"] == "2010-05-01"
    assert edge["compounds"] == ("X-1",)
    assert edge["indications"] == ("acute myeloid leukemia",)
    assert edge["exclusivity"] == "exclusive"
    assert edge["upfront"] == 500000.0
    assert edge["milestones"] is None
    assert edge["filings"] == ("0000000001-10-000001",)
    assert edge["confidence"] == 0.9


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({"since": "2011"}, {"two"}),
        ({"until": "2010"}, {"one"}),
        ({"since": "2010-05-01", "until": "2012-12-31"}, {"one", "two"}),
        ({"since": "2012-07-01"}, {"two"}),  # known to the year alone: it may lie after July
        ({"indication": "Leukemia"}, {"one"}),  # by the hierarchy
        ({"indication": "gout"}, set()),
        ({"kind": "sublicense"}, {"two"}),
        ({"status": "executed"}, {"one", "three"}),
    ],
)
def test_filters(store: ox.Store, wanted: dict[str, str], names: set[str]) -> None:
    made = network(store, **wanted)  # type: ignore[arg-type]  # parameters vary by case
    assert {k.rpartition("/")[2] for _, _, k in made.edges(keys=True)} == names


KINDS = """
:one rdfs:label "One Therapeutics, Inc." ; dct:type ekgc:orgkind_company ; ekg:sic ekgc:sic_2836 .
:two rdfs:label "Two University Press Inc" ; dct:type ekgc:orgkind_company .
:three rdfs:label "Three College Pharma Inc" ; dct:type ekgc:orgkind_university ; ekg:sic ekgc:sic_2834 .
:four rdfs:label "Four Hospital Corp" ; ekg:sic ekgc:sic_3841 .
:five rdfs:label "Five Research Foundation" .
:six rdfs:label "Six LLC" .
a:all a ekg:LicenseAgreement ; ekg:licensor :one , :two , :three , :four ; ekg:licensee :five , :six .
"""


def test_the_kind_of_an_organisation() -> None:
    """Stated, unless it is a plain company of a known industry; else by SIC code; else by a word of the name."""
    made = ox.Store()
    made.update(f"{PREFIXES} PREFIX dct: <http://purl.org/dc/terms/> INSERT DATA {{ {KINDS} }}")
    assert {node.rpartition("/")[2]: kind for node, kind in network(made).nodes(data="kind")} == {
        "one": "biotech",
        "two": "company",
        "three": "university",
        "four": "company",
        "five": "foundation",
        "six": "company",
    }


def test_concentration_counts_an_agreement_once() -> None:
    """k1 has two licensees: a gave two agreements, b one, so 2/3 and 1/3: (4 + 1) / 9."""
    made = nx.MultiDiGraph()
    for giver, taker, key in (("a", "x", "k1"), ("a", "y", "k1"), ("a", "x", "k2"), ("b", "x", "k3")):
        made.add_edge(giver, taker, key=key, indications=("gout",))
    assert concentration(made) == [("gout", 3, 2, pytest.approx(5 / 9))]


def test_collapse_adds_weights_and_drops_loops(store: ox.Store) -> None:
    made = network(store)
    made.add_edge(B, B, key="self")
    simple = collapse(made)
    assert simple[B][P] == {"weight": 2, "value": 0.0}
    assert simple[U][B] == {"weight": 1, "value": 500000.0}
    assert not simple.has_edge(B, B)
    assert undirected(simple)[P][B]["weight"] == 2


def test_projections(store: ox.Store) -> None:
    made = network(store)
    two_mode = bipartite(made, "licensor", "compound")
    drug = ("compound", "X-1")
    assert {frozenset(pair) for pair in two_mode.edges} == {frozenset({("licensor", x), drug}) for x in (B, U)}
    assert [w for _, _, w in one_mode(two_mode, "licensor").edges(data="weight")] == [1]
    with pytest.raises(ValueError, match="two different sides"):
        bipartite(made, "compound", "compound")


def test_ego_and_chain(store: ox.Store) -> None:
    made = network(store)
    assert sorted(ego(made, U).nodes) == [B, U]
    assert sorted(ego(made, U, 2).nodes) == [B, P, U]
    with pytest.raises(KeyError):
        ego(made, "nobody")
    assert chains(made) == [((U, B, P), (f"{ID}agreement/one", f"{ID}agreement/two"))]


def test_a_cycle_of_licences_is_no_endless_chain() -> None:
    made = nx.MultiDiGraph()
    for n in range(4):
        made.add_edge(n, (n + 1) % 4, key=f"k{n}", compounds=("X",), date=None)
    made.add_edge(9, 0, key="k9", compounds=("X",), date=None)
    assert chains(made) == [((9, 0, 1, 2, 3), ("k9", "k0", "k1", "k2"))]


def star() -> nx.MultiDiGraph:
    made = nx.MultiDiGraph()
    for n in range(1, 5):
        made.add_edge("hub", f"leaf{n}", key=f"k{n}", indications=("gout",), date="2010")
    nx.set_node_attributes(made, {n: ("university" if n == "hub" else "biotech") for n in made}, "kind")
    return made


def test_star_by_hand() -> None:
    rows = {r["iri"]: r for r in table(star())}
    assert rows["hub"]["out-degree"] == 4
    assert rows["leaf1"]["in-degree"] == 1
    assert rows["hub"]["k-core"] == 1
    assert rows["hub"]["constraint"] == pytest.approx(0.25)  # four equal, unconnected contacts: 4 · (1/4)²
    assert rows["hub"]["effective size"] == pytest.approx(4)
    assert rows["leaf1"]["constraint"] == pytest.approx(1)
    assert {r["community"] for r in rows.values()} == {1.0}
    core, fit = core_periphery(collapse(star()))
    assert core == {"hub": 1.0, "leaf1": 0.0, "leaf2": 0.0, "leaf3": 0.0, "leaf4": 0.0}
    assert fit == pytest.approx(1)
    figures = dict(whole(star()))
    assert figures["density"] == pytest.approx(4 / 20)
    assert figures["reciprocity"] == 0
    assert figures["giant component"] == 1
    assert figures["degree assortativity"] == pytest.approx(-1)
    assert mixing(collapse(star())) == {("university", "biotech"): 4}
    assert concentration(star()) == [("gout", 4, 1, 1.0)]


def test_brokerage_by_hand() -> None:
    """a1 → b → c with kinds 1, 1, 2 makes b a representative; a2 (kind 2) → b → c makes it itinerant."""
    simple = nx.DiGraph([("a1", "b"), ("a2", "b"), ("b", "c")])
    nx.set_node_attributes(simple, {"a1": 1, "b": 1, "a2": 2, "c": 2}, "kind")
    assert brokerage(simple)["b"] == {
        "coordinator": 0,
        "itinerant": 1,
        "gatekeeper": 0,
        "representative": 1,
        "liaison": 0,
    }
    simple.add_edge("a1", "c")  # the two-path is closed: nothing left to broker there
    assert brokerage(simple)["b"]["representative"] == 0


def test_bow_tie_by_hand() -> None:
    simple = nx.DiGraph([("i", "x"), ("x", "y"), ("y", "x"), ("y", "o"), ("i", "t"), ("z", "w")])
    assert bow_tie(simple) == {
        "i": "in",
        "x": "core",
        "y": "core",
        "o": "out",
        "t": "tendril",
        "z": "disconnected",
        "w": "disconnected",
    }
    simple.remove_edge("y", "x")
    assert bow_tie(simple) == {}  # nobody reaches back: there is no core


def test_florentine_families_as_published() -> None:
    """Marriage ties of Padgett & Ansell 1993: the Medici's betweenness is .522 (Jackson 2008, table 2.1)."""
    families = nx.florentine_families_graph()
    simple = nx.DiGraph()
    simple.add_nodes_from(families)
    for a, b in families.edges():
        simple.add_edge(a, b, weight=1, value=0.0)
        simple.add_edge(b, a, weight=1, value=0.0)
    scores = MEASURES["betweenness"][0](simple)
    assert round(scores["Medici"], 3) == 0.522
    assert round(scores["Guadagni"], 3) == 0.255


def test_karate_club_assortativity_as_published() -> None:
    """Degree assortativity of Zachary's karate club is -0.476 (Newman 2002 and after)."""
    made = nx.MultiDiGraph()
    made.add_edges_from((a, b, f"{a}-{b}") for a, b in nx.karate_club_graph().edges())
    assert dict(whole(made))["degree assortativity"] == pytest.approx(-0.476, abs=5e-4)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_kind_assortativity_is_that_of_networkx(seed: int) -> None:
    made = nx.gnm_random_graph(20, 60, seed=seed, directed=True)
    nx.set_node_attributes(made, {n: "xyz"[n % 3] for n in made}, "kind")
    assert kind_assortativity(made) == pytest.approx(nx.attribute_assortativity_coefficient(made, "kind"))
    nx.set_node_attributes(made, "x", "kind")
    assert kind_assortativity(made) is None
    assert kind_assortativity(nx.DiGraph()) is None


@pytest.mark.parametrize("made", [nx.MultiDiGraph(), nx.MultiDiGraph([("a", "a")])])
def test_nothing_to_measure(made: nx.MultiDiGraph) -> None:
    assert len(table(made)) == len(made)
    figures = dict(whole(made))
    assert figures["density"] is None
    assert figures["reciprocity"] is None
    assert bipartite(made, "licensor", "licensee").number_of_edges() == len(made)
    assert chains(made) == []


def test_rewiring_keeps_degrees_and_repeats() -> None:
    made = nx.MultiDiGraph(nx.gnm_random_graph(20, 60, seed=1, directed=True))
    first = rewired_z(made, nx.transitivity, 20)
    assert first == rewired_z(made, nx.transitivity, 20)
    assert not math.isnan(first[1])
    degree = rewired_z(made, lambda g: float(sum(d * d for _, d in g.out_degree())), 5)
    assert math.isnan(degree[1])  # degrees never change, so the measure never varies


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=25),
    st.permutations([f"n{n}" for n in range(8)]),
)
def test_names_change_nothing(pairs: list[tuple[int, int]], names: list[str]) -> None:
    plain, renamed = nx.MultiDiGraph(), nx.MultiDiGraph()
    for number, (a, b) in enumerate(pairs):
        plain.add_edge(f"n{a}", f"n{b}", key=number, compounds=("X",), date=None)
        renamed.add_edge(names[a], names[b], key=number, compounds=("X",), date=None)
    steady = [m for m in MEASURES if m not in ("community", "bow-tie")]  # ties between equals are broken by name
    one = {r["iri"]: r for r in table(plain, steady)}
    other = {r["iri"]: r for r in table(renamed, steady)}
    for n in range(8):
        if f"n{n}" in one:
            for measure in steady:
                here, there = one[f"n{n}"][measure], other[names[n]][measure]
                assert (here is None) == (there is None)
                assert here is None or here == pytest.approx(there, abs=1e-9)
    assert dict(whole(plain))["agreements"] == dict(whole(renamed))["agreements"]
