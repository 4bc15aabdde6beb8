"""What a corpus says of agreements → one node for each."""

from __future__ import annotations

from kg.identify import agreements
from kg.resolve.state import EKG, State


def join_agreements(state: State) -> None:
    corpus = state.corpus
    uses = []
    for place in state.of_type(EKG + "LicenseAgreement"):
        accession, node = place
        drugs = (d for g in corpus.values(place, "ekg:hasGrant") for d in corpus.values((accession, g), "ekg:compound"))
        uses.append(
            agreements.AgreementUse(
                node, accession, corpus.filed.get(accession, ""),
                state.all_of(accession, corpus.values(place, "ekg:licensor")),
                state.all_of(accession, corpus.values(place, "ekg:licensee")),
                corpus.first(place, "ekg:agreementKind").rpartition("_")[2],
                corpus.first(place, "ekg:agreementStatus").rpartition("_")[2],
                state.all_of(accession, drugs),
                *(corpus.first(place, f"ekg:{name}Date") for name in ("executed", "effective", "announced")),
            )
        )  # fmt: skip
    links, open_ = agreements.same(uses)
    state.candidates += open_
    filed = {use.node: use.filed for use in uses}
    state.take(links, lambda node: (filed.get(node, "9999"), node), "agreement")
    state.amends += agreements.amended(uses, lambda use: state.of((use.accession, use.node)))
