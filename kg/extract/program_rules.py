"""The rules that stages of development are reported under, each with sentences that must and must not yield it."""

from __future__ import annotations

from kg.extract.rules import Rule

CURRENT = Rule(
    "phase-current",
    1,
    "A trial of a numbered phase is told as under way",
    (
        "QRX-117 is in a Phase 2 trial for gout.",
        "We dosed the first patient in our Phase 1b study of QRX-117 in gout.",
        "Enrollment was completed in the Phase III trial of QRX-117 in gout.",
        "QRX-117 entered the clinic in May for gout.",
        "Top-line data from the pivotal study of QRX-117 in gout are expected in March.",
        "Enrollment in the Phase 2 trial of QRX-117 in gout is 60 percent complete.",
        "QRX-117 failed a Phase 2 trial in lupus, but helped in gout, where a Phase 3 trial is under way.",
        "The Phase 3 trial of QRX-117 in gout is expected to be completed in May.",
        "We completed an interim analysis of the Phase 3 trial of QRX-117 in gout.",
    ),
    (
        "There can be no assurance that our Phase 3 trial of QRX-117 in gout will succeed.",
        "A milestone is payable upon dosing of the first patient in a Phase 3 trial of QRX-117 in gout.",
        "Phase 2 trials typically evaluate drugs such as QRX-117 in patients with gout.",
        "We keep all rights to QRX-117 in gout until the end of Phase 2.",
        "We have no Phase 2 trial of QRX-117 in gout.",
        "QRX-117 is intended for gout. The recommended Phase 2 dose was 40 mg.",
        "QRX-117 is intended for gout. Holm Corp. has begun a Phase 3 trial of its new vaccine.",
    ),
    0.95,
)
PLANNED = Rule(
    "phase-planned",
    1,
    "A trial of a numbered phase is told as intended",
    (
        "We expect to start a Phase 3 trial of QRX-117 in gout in the second half of 2021.",
        "A Phase 2 study of QRX-117 in gout is planned.",
        "QRX-117 should enter Phase 1 for gout next year.",
        "The Phase 2 trial of QRX-117 in gout gets going early in 2021.",
        "We look forward to initiating a Phase 3 trial of QRX-117 in gout.",
        "We expect to enroll the first patient in a Phase 3 trial of QRX-117 in gout in May.",
        "We will not pursue lupus, and plan to begin a Phase 2 trial of QRX-117 in gout in May.",
        "QRX-117 is also to be tried, in a Phase 2 study not before 2011, for gout.",
        "A Phase 2 trial of QRX-117 in gout waits for money.",
    ),
    (
        "We may conduct a Phase 2 trial of QRX-117 in gout.",
        "If a Phase 2 trial of QRX-117 in gout is begun, we would pay for it.",
    ),
    0.95,
)
COMPLETED = Rule(
    "phase-completed",
    1,
    "A trial of a numbered phase is told as finished",
    (
        "QRX-117 has completed a Phase 2 trial in gout.",
        "The Phase 2 trial of QRX-117 in gout met its primary endpoint.",
    ),
    ("QRX-117 has completed enrollment in a Phase 2 trial in gout.",),
    0.95,
)
DISCONTINUED = Rule(
    "phase-discontinued",
    1,
    "A stage is told as ended without further work",
    (
        "We have stopped our Phase 2 trial of QRX-117 in gout.",
        "After a Phase 2 study in gout QRX-117 was abandoned.",
        "QRX-117 failed its Phase 3 trial in gout and was given up.",
        "QRX-117 was set aside in 2018 after a Phase 2 trial in gout.",
        "QRX-117 was tested in a Phase 2 trial in gout. Because of liver toxicity we stopped the study in March.",
        "A Phase 2 trial of QRX-117 in gout has been completed. We have decided not to pursue that use.",
        "We completed a Phase 1 trial of QRX-117 in gout and do not plan further work in that disease.",
        "Holm ended its trials of QRX-117 in gout. Patients in the Phase 2 trial of QRX-117 in gout had rashes.",
        "We shall not resume the Phase 2 study of QRX-117 in gout that was closed last year.",
        "A Phase 2 study of QRX-117 in gout ended in the summer; we will leave that field alone.",
        "QRX-117 got as far as Phase 2 in gout and no further.",
        "We have taken QRX-117 out of gout, where a Phase 2 trial reached no conclusion.",
    ),
    (
        "The Phase 2 trial of QRX-117 in gout has not been stopped.",
        "QRX-117 is in a Phase 2 trial in gout. We stopped the development of VNX-9 in March.",
        "QRX-117 is in a Phase 2 trial in gout. The trial may be stopped if it proves unsafe.",
    ),
    0.93,
)
PRECLINICAL = Rule(
    "stage-preclinical",
    1,
    "A drug is told as studied in animals or before trials",
    (
        "QRX-117 is in preclinical development for gout.",
        "QRX-117 has been given only to animals; it is intended for gout.",
        "For gout there is so far only evidence from mice for QRX-117.",
    ),
    ("Preclinical studies are costly. We like QRX-117 for gout in Phase 2.",),
    0.9,
)
DISCOVERY = Rule(
    "stage-discovery",
    1,
    "A drug is told as being sought or optimised",
    ("QRX-117 is at the discovery stage for gout.", "QRX-117 entered lead optimization for gout."),
    ("The discovery of QRX-117 for gout was published.",),
    0.9,
)
IND = Rule(
    "stage-ind",
    1,
    "An application to begin trials is told as filed, cleared or intended",
    ("The FDA cleared our IND for QRX-117 in gout.", "The IND of QRX-117 for gout went to the FDA in May."),
    ("QRX-117 is in IND-enabling studies for gout.",),
    0.92,
)
FILED = Rule(
    "stage-filed",
    1,
    "An application to market is told as filed, under review or intended",
    (
        "An NDA for QRX-117 in gout was submitted in May.",
        "QRX-117 for gout is under review at the FDA.",
        "We plan to submit a BLA for QRX-117 in gout in 2021.",
        "QRX-117 has been filed for approval in Switzerland for gout.",
        "QRX-117 is awaiting an FDA decision in gout.",
        "We have asked the FDA to approve QRX-117 for gout.",
        "The FDA has accepted our supplemental New Drug Application (sNDA) for QRX-117 in gout.",
        "QRX-117 is tested in gout; a new drug application is to go to the FDA by mid-year.",
    ),
    (
        "An NDA must contain data on gout. QRX-117 is a drug.",
        'QRX-117 is for gout. "Filed" means that a New Drug Application is pending.',
    ),
    0.93,
)
APPROVED = Rule(
    "stage-approved",
    1,
    "A drug is told as approved and not as sold",
    (
        "QRX-117 was approved by the FDA in 2018 for the treatment of gout.",
        "The FDA has approved QRX-117 for gout.",
        "QRX-117 was authorized for gout in Bahrain.",
    ),
    (
        "QRX-117 may never be approved for gout.",
        "The FDA cleared our IND for QRX-117 in gout.",
        "QRX-117 has been filed for approval for gout.",
        "We received approval from the FDA to proceed with trials of QRX-117 in gout.",
    ),
    0.93,
)
MARKETED = Rule(
    "stage-marketed",
    1,
    "A drug is told as sold",
    (
        "Velotrex® is sold in eleven countries for gout.",
        "Our drug would compete with Sanorel, which Holm Pharma sells for gout.",
        "Velotrex® has been in drugstores for gout since 1988.",
        "Velotrex®, approved for gout in 2010, has been on pharmacy shelves since January.",
    ),
    (
        "We granted Holm the right to sell QRX-117 for gout.",
        "QRX-117 is intended for gout. Our partner works in Japan and other Asian markets.",
        "QRX-117 is intended for gout. The partner’s products are sold in eleven countries.",
    ),
    0.93,
)
CHART = Rule(
    "stage-chart",
    1,
    "The last marked column of a pipeline chart",
    ("Program\tIndication\tPreclinical\tPhase 1\tPhase 2\nQRX-117\tGout\t■\t■ ongoing",),
    ("Program\tIndication\tPartner\nQRX-117\tGout\t■",),
    0.9,
)
SCORED = Rule(
    "stage-scored",
    1,
    "A drug, a disease and a cue of a stage that stand together as in statements of stages, weighed by a model",
    ("QRX-117 moved through Phase 2 in gout last year.",),
    ("The FDA has asked nothing of QRX-117 in gout.",),
    0.85,
)
RULES = (
    SCORED, CURRENT, PLANNED, COMPLETED, DISCONTINUED, PRECLINICAL, DISCOVERY, IND, FILED, APPROVED, MARKETED, CHART,
)  # fmt: skip
