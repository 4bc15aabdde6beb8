"""Terms of agreements in a clause: what a sum pays, whose right excludes whom, where, and what a date dates."""

# ruff: noqa: E501 — an example reads better unbroken

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.extract.licence_contract import scheduled_milestones
from kg.extract.licence_dates import dates_in, month_in
from kg.extract.licence_money import new_milestones_in, sums_in, total_of
from kg.extract.licence_royalties import royalties_in
from kg.extract.licence_terms import exclusivity_in, territories_in
from kg.extract.licence_unreal import DISPUTED_TERMS, FORMER_TERMS, REAL_TERMS, SUPPOSED_TERMS
from kg.extract.money import Amount


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        (
            "(a) an issue fee of $60,000; (b) $50,000 upon the filing of the first IND",
            [("upfront", 60000), ("milestone", 50000)],
        ),
        (
            "The option fee had been $0.5 million; on exercise Orne paid an additional $2.5 million.",
            [("upfront", 500000), ("upfront", 2500000)],
        ),
        ("Within ten (10) days of the Restatement Date it shall pay US$3,000,000.", [("upfront", 3000000)]),
        ("a signing fee of one and a half million dollars", [("upfront", 1500000)]),
        ("It reimbursed patent costs of $31,870.", []),
        ("We issued it 2,000,000 shares of Series A preferred stock and paid it $500,000.", [("upfront", 500000)]),
        ("We issued 60,000 shares of common stock to it and will pay it an annual fee of $15,000.", []),
        ("all rights in the drug, for a cash purchase price of $3,400,000", [("upfront", 3400000)]),
        ("A payment of $2,000,000 was received upon filing of the application.", [("milestone", 2000000)]),
        ("We were paid $2,000,000 upon approval of the agreement by our board.", [("upfront", 2000000)]),
        ("The license is exclusive so long as Wolcott pays us at least $400,000 a year.", []),
        ("The remaining $0.3 million of deferred revenue was recognized.", []),
        ("which could cost several million dollars", []),
        ("It is to have one-half million dollars upon approval of a new drug application.", [("milestone", 500000)]),
        ("In fact the sum paid was $105,000; a further $45,000 was paid for stability studies.", [("upfront", 105000)]),
        ("The correct figure is $3.0 million.", [("upfront", 3000000)]),
        ("milestone payments, of which the aggregate cannot exceed $5,500,000", [("milestone", 5500000)]),
        ("The milestones, none of which exceeds $100,000 and which come to $325,000, remain.", [("milestone", 325000)]),
        ("The sum of $60,000 was paid when the License was signed.", [("upfront", 60000)]),
        ("It had $45 million from Pelletier on the day.", [("upfront", 45000000)]),
        ("It had $45 million in cash.", []),
        (
            "OPC shall pay: $1,500,000 when the last patient is treated; $4,000,000 on notice of compliance; together $5,500,000",
            [("milestone", 1500000), ("milestone", 4000000), ("milestone", 5500000)],
        ),
        ("up to $31 million in milestones, comprised of $7 million in development and $24 million in commercial milestones", [("milestone", 31000000)]),
        ("We received $3.5 million, consisting of a license fee of $1.5 million and milestone payments of $2.0 million.", [("upfront", 1500000), ("milestone", 2000000)]),
        ("It paid $12.0 million upfront ($10.0 million in cash and $2.0 million in its shares).", [("upfront", 10000000)]),
        ("sold it for $14,750,000 in cash, of which $12,000,000 was paid at closing and $2,750,000 was placed in escrow", [("upfront", 14750000)]),
        ("We paid a license fee of $50,000 upon execution and a further $50,000 in January 1996.", [("upfront", 100000)]),
        ("It will pay (i) $400,000 upon signature, (ii) $400,000 on the first anniversary of signature and (iii) $1 million upon approval.", [("upfront", 800000), ("milestone", 1000000)]),
        ("It pays $350,000 now and $100,000 on each anniversary.", [("upfront", 350000)]),
        ("It paid $3.0 million upon execution and was to pay a further $2.0 million in 2009, which payment was waived.", [("upfront", 3000000)]),
        ("Milestone payments of $50,000, $250,000 and $1,000,000 are due upon filing, approval and launch, respectively.", [("milestone", 50000), ("milestone", 250000), ("milestone", 1000000)]),
        ("up to $28 million and $95 million in regulatory and commercial milestone payments, respectively", [("milestone", 28000000), ("milestone", 95000000)]),
        ("milestone payments of up to $9.4 million per licensed product", [("milestone", 9400000)]),
        ("We owe it $150,000 at the start of a Phase II trial.", [("milestone", 150000)]),
        ("The royalty grows by half a point for each $20 million of sales.", []),
        ("The $75,000 which we paid its lawyers is a reimbursement of patent costs.", []),
        ("It has paid us $8.5 million; $62 million may follow.", [("upfront", 8500000), ("milestone", 62000000)]),
        ("We gave the college 2% of our stock and $20,000.", [("upfront", 20000)]),
        ("$1.0 million in cash paid at closing, 500,000 shares of our stock and future payments of up to $32.0 million upon events", [("upfront", 1000000), ("milestone", 32000000)]),
        ("an upfront payment of $15.0 million; (ii) $10.0 million upon FDA approval; (iii) $5.0 million upon the first commercial sale", [("upfront", 15000000), ("milestone", 10000000), ("milestone", 5000000)]),
        ("up to $60.0 million in milestones when sales exceed thresholds ranging from $50 million to $250 million", [("milestone", 60000000)]),
        ("It received $1.5 million when the license was signed and $0.5 million in March 2010 when the IND became effective.", [("upfront", 1500000), ("milestone", 500000)]),
        ("We have paid it $1.2 million, including the $0.2 million license fee.", [("upfront", 200000)]),
        ("It has since paid $4,000,000 out of milestones that may rise to $28,000,000.", [("milestone", 28000000)]),
        ("It will fund all development, expected to cost $300 million.", []),
        ("development milestones totaling $1.9 million, sales milestones totaling $5.0 million", [("milestone", 1900000), ("milestone", 5000000)]),
    ],
)
def test_sums(text: str, paid: list[tuple[str, int]]) -> None:
    assert [(p.kind, int(p.amount.value)) for p in sums_in(text)] == paid


@pytest.mark.parametrize(
    ("text", "exclusivity"),
    [
        ("the sole and exclusive right to sell", "exclusive"),
        ("a sole license", "sole"),
        ("and nobody else may make the drug", "exclusive"),
        ("the right, alongside the Company, to sell the drug", "co-exclusive"),
        ("put the drug into its hands for Europe, with exclusivity", "exclusive"),
        ("a license to the drug", None),
    ],
)
def test_exclusivity(text: str, exclusivity: str | None) -> None:
    assert exclusivity_in(text) == exclusivity


def test_a_region_spelt_out_is_told_by_its_members() -> None:
    found = territories_in("rights for Greater China (mainland China, Hong Kong, Macau and Taiwan)")
    assert [p.label for p in found] == ["mainland China", "Hong Kong", "Macau", "Taiwan"]


@pytest.mark.parametrize(
    ("text", "labels", "excluded"),
    [
        ("in all countries of Asia", ["all countries of Asia"], ()),
        ("in all countries of the world", ["worldwide"], ()),
        ("all countries in Europe except Spain", ["all countries in Europe except Spain"], ("Spain",)),
        ("Latin America (other than Brazil)", ["Latin America (other than Brazil)"], ("Brazil",)),
        ("rights in Europe (except Germany, which is excluded)", ["Europe"], ("Germany",)),
        ("the world, except Japan", ["world, except Japan"], ("Japan",)),
        ("countries other than the United States", ["countries other than the United States"], ("United States",)),
        ("Mexico, Central America and the Andean countries", ["Mexico", "Central America", "Andean countries"], ()),
        ("North and South America", ["North and South America"], ()),
        ("Spain and Latin America (other than Brazil)", ["Spain", "Latin America (other than Brazil)"], ("Brazil",)),
        ("a license for North America, and we retain all other territories", ["North America"], ()),
        ("Russia and the other countries of the CIS", ["Russia", "other countries of the CIS"], ()),
        ("rest of world", ["rest of world"], ()),
        ("rights in Europe and certain other countries", ["Europe"], ()),
    ],
)
def test_places_as_written(text: str, labels: list[str], excluded: tuple[str, ...]) -> None:
    found = territories_in(text)
    assert [p.label for p in found] == labels
    assert tuple(e for p in found for e in p.excluded) == excluded


@pytest.mark.parametrize(
    ("text", "month"),
    [("announced earlier this month", "2015-04"), ("signed late last month", "2015-03"), ("$3,000 a month", None)],
)
def test_the_month_of_the_news(text: str, month: str | None) -> None:
    assert month_in(text, "2015-04-02") == month
    assert month_in("last month", "2015-01-09") == "2014-12"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("which the Company has marketed since 2016", "deadline"),
        ("By a letter of September 29, 2006 the licensor agreed that it should replace Halloway", "amended"),
        ("a letter of intent dated September 29, 2006", "made"),
        ("amended the License Agreement between them dated November 20, 1992", "made"),
        ("the parties amended the September 2015 agreement", "made"),
        ("our agreement, as amended and restated on September 15, 2014", "amended"),
        ("a clinical supply agreement dated November 2015", "deadline"),
        ("an Exclusive License and Supply Agreement dated November 3, 2015", "made"),
        ("a data-sharing letter dated August 2, 2010", "deadline"),
        ("On January 8, 2024 the Company filed a Current Report on Form 8-K", "deadline"),
        ("Termination Agreement, dated April 30, 1999", "ended"),
        ("Our collaboration, begun on February 11, 2019", "made"),
        ("Amendment No. 2, dated January 17, 2014", "amended"),
        ("First Amendment to License Agreement dated April 19, 2017 with Haneul", "amended"),
        ("It let its option run out unused on December 31, 2015", "ended"),
        ("an Amended and Restated License Agreement made effective August 1, 2011", "made"),
        ("the agreement was amended on 4 June 2003", "amended"),
        ("it terminated the license on May 2, 2004", "ended"),
        ("an agreement bearing the date July 7, 1995", "made"),
        ("The agreement took effect on December 16, 2002.", "made"),
        ("The older agreement (December 2, 2006; exclusive; Europe) concerns it.", "made"),
        ("the License Agreement under which, since October 3, 2021, it has had rights was amended", "made"),
        ("it gave notice to end the agreement the two entered into on May 18, 2020", "made"),
        ("By letter dated May 22, 2009, it gave notice of termination.", "deadline"),
        ("The agreement replaces the license agreement between the same parties dated May 2, 2012.", "deadline"),
        ("OSAKA, Japan, February 12, 2024 – Otsuru has licensed its drug.", "dateline"),
        ("The option was not exercised before its December 31, 2008 expiry.", "deadline"),
        ("an agreement signed in the second quarter of 2006", "made"),
        ("In the third quarter of 2011, we licensed it", "event"),
        ("our revenue for the quarter ended March 31, 2011 was nil", "deadline"),
        ("they signed, on August 1, 2013, a definitive license agreement", "made"),
    ],
)
def test_what_a_date_dates(text: str, role: str) -> None:
    assert [d.role for d in dates_in(text)] == [role]


def test_a_range_without_a_low_figure_is_no_range() -> None:
    assert royalties_in("royalties from the high single digits to 13 percent of net sales") == []


def test_a_table_of_milestones_is_added_up() -> None:
    layout = "5.2 Milestones. It shall pay once each:\nEvent\tPayment (US$)\nFirst Phase 3\t2,000,000\nFirst NDA\t4,000,000\n"
    found = scheduled_milestones(layout)
    assert found is not None
    assert found[0].value == 6_000_000
    assert scheduled_milestones(layout.replace("US$", "EUR")) is None


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("the royalty was reduced from ten percent to seven percent", [(7, 7)]),
        ("a royalty rising from 4% to 9% of net sales", [(4, 9)]),
        ("The amendment reduced the royalty rates, which now range from 3% to 6%.", [(3, 6)]),
        ("Royalties, which had been fixed at 9%, now range from 6% to 8% of net sales.", [(6, 8)]),
        ("lowered the royalty, formerly a flat 5%, to a scale of 2% to 4%", [(2, 4)]),
        ("The royalty rates of that agreement, which were 5% and 7%, no longer apply.", []),
        ('In Section 4 (Royalty), "two percent (2%)" is struck and "three percent (3%)" is inserted.', [(3, 3)]),
        ("It receives 10% of any sublicensing income and a royalty of 2% on sales", [(2, 2)]),
        ("royalties at percentages ranging from 8% to 14%, subject to customary reductions", [(8, 14)]),
        ("a royalty that will never be lower than 3 or higher than 6 percent", [(3, 6)]),
        ("a royalty on net sales that begins at 7% and increases to 11%", [(7, 11)]),
        ("royalties at tiered rates of 3% to 7%, and between 10% and 25% of consideration received for sublicenses", [(3, 7)]),
        ("at a transfer price equal to 35% of its net selling price, and no royalty is payable", []),
        ("royalties at a rate to be negotiated between 6 and 10 percent", []),
        ("In addition to the purchase price it will pay a royalty of 8 percent", [(8, 8)]),
        ("$20 million in return for 30% of the royalties we receive", []),
        ("Section 5.1 (Royalty) is amended by replacing “four percent (4%)” with “five percent (5%)”", [(5, 5)]),
        ("the royalty on net sales is 3%, where until now it was 1.5%", [(3, 3)]),
        ("in clause 5.2 (royalty), for “six per cent. elsewhere” there shall be read “three per cent.”", [(3, 3)]),
        ("Of Receipts in the Home Market HFT shall have ten percent (10%)", [(10, 10)]),
        ("It will pay a level 6 per cent on what it sells.", [(6, 6)]),
        ("For five years it will pay two percent of its sales.", [(2, 2)]),
        ("after withholding tax of 10% the royalty is paid", []),
        ("royalties of 15% to 25%, subject to reduction by up to 50% for payments to third parties", [(15, 25)]),
        ("royalties of 2% to 4.5%, subject to reductions to a floor of 1%", [(2, 4.5)]),
        ("a royalty of 4%, which may be reduced by half but never below 2%", [(4, 4)]),
        ("royalties of 11% to 16%, and for five years a 1% royalty to its own licensor", [(11, 16)]),
        ("a royalty of 9% on the first $40 million of sales, 11% thereafter, and 25% of any sublicense income", [(9, 9), (11, 11)]),
        ("12%, 15% and 20% of what sublicensees pay, and a royalty of 3%", [(3, 3)]),
        ("a royalty between eighteen and twenty-two percent", [(18, 22)]),
        ("a royalty of 2.5 per cent. of net sales and 20 per cent. of sublicensing receipts", [(2.5, 2.5)]),
        ("It will purchase product at 35% of its net selling price and pay a royalty of 5%.", [(5, 5)]),
        ("it raised the Company's royalty on the sales of Vane Hutchings from 7% to 9%", [(9, 9)]),
        ("Of the royalty of 7% payable by us, it must remit 3% to the university.", [(7, 7)]),
        ("We also owe it 2.5% of net sales, and 15% of any amounts received from sublicensees.", [(2.5, 2.5)]),
        ("a royalty of 4%, stepping down to 2% on entry of a generic", [(4, 4), (2, 2)]),
    ],
)
def test_royalties_in_force(text: str, rates: list[tuple[int, int]]) -> None:
    assert [(float(low), float(high)) for low, high in royalties_in(text)] == rates


@pytest.mark.parametrize("text", [*FORMER_TERMS, *DISPUTED_TERMS, *SUPPOSED_TERMS])
def test_terms_that_are_not_in_force(text: str) -> None:
    assert sums_in(text) == []
    assert royalties_in(text) == []


@pytest.mark.parametrize("text", REAL_TERMS)
def test_terms_in_force(text: str) -> None:
    assert sums_in(text) or royalties_in(text)


def test_the_price_of_an_option_is_what_its_exercise_costs() -> None:
    text = "No payment is due unless it is exercised, in which case the Company would pay $12 million."
    assert [(p.kind, int(p.amount.value)) for p in sums_in(text, True)] == [("upfront", 12_000_000)]
    assert sums_in(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The amendment raised that sum to $84.0 million, of which $5.0 million has been received.", 84_000_000),
        ("Total milestones under the agreement rose from $12,000,000 to $17,500,000.", 17_500_000),
        ("It raised its upfront payment to $5 million.", None),
        ("Its revenue rose to $5 million.", None),
    ],
)
def test_milestones_that_take_the_place_of_others(text: str, value: int | None) -> None:
    found = new_milestones_in(text)
    assert (found and int(found.value)) == value


def test_the_whole_of_an_initial_payment_is_what_was_paid() -> None:
    found = sums_in("recognized $1,041,667 of the $25,000,000 up-front payment received from Acme")
    assert [(p.kind, int(p.amount.value)) for p in found] == [("upfront", 25_000_000)]


def told(*sums: tuple[int, bool, int]) -> list[tuple[Amount, bool, tuple[int, int, int]]]:
    return [(Amount(0, 0, Decimal(value), "USD"), whole, (1, place, place)) for value, whole, place in sums]


@pytest.mark.parametrize(
    ("sums", "total"),
    [
        (told((46, True, 1), (140, True, 1)), 186),
        (told((210, False, 1), (60, False, 1), (150, False, 1)), 210),
        (told((2, False, 1), (3, False, 1)), 5),
        (told((1, False, 1), (9, False, 2)), 9),
        (told((4, False, 1), (20, True, 2), (30, False, 3)), 20),
    ],
)
def test_what_milestones_come_to(sums: list[tuple[Amount, bool, tuple[int, int, int]]], total: int) -> None:
    found = total_of(sums, add=True)
    assert found is not None
    assert found[0] == total


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("$1.5 million of the option exercise payment will be remitted to the Foundation", []),
        ("it may extend the option period by six months on payment of $40,000", []),
        ("Revenues for the quarter include $225,000 received from Acme.", []),
        ("a royalty of 1.5% until $10,000,000 has been paid, and nothing on signing", []),
        ("Milestone payments may reach US$9.0 million.", [("milestone", 9_000_000, True)]),
        ("Exercising it cost $1.75 million.", [("upfront", 1_750_000, False)]),
    ],
)
def test_sums_that_are_no_terms_and_wholes(text: str, paid: list[tuple[str, int, bool]]) -> None:
    assert [(p.kind, int(p.amount.value), p.whole) for p in sums_in(text)] == paid


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("in mainland China, Hong Kong and Macau, but not Taiwan", ["mainland China", "Hong Kong", "Macau"]),
        ("rights in the provinces of Guangdong, Fujian and Jiangxi", ["Guangdong", "Fujian", "Jiangxi"]),
        ("rights for Asia excluding Japan", ["Asia excluding Japan"]),
        ("an exclusive license in the Western Hemisphere", ["Western Hemisphere"]),
        ("By the amendment, effective February 9, Australia joins the territory", ["Australia"]),
    ],
)
def test_territories(text: str, labels: list[str]) -> None:
    assert [p.label for p in territories_in(text)] == labels
