"""The rows under the picture of a chain: what of the pages enters where."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from printed_pages import flat, printed, reader, sample_document, text_of

from orgmodel.document import Document
from orgmodel.model import (
    ALERT,
    Duration,
    Escalation,
    LayerId,
    Organization,
    Raci,
    Responsibility,
    RowId,
    Service,
    ServiceId,
    Team,
    TeamId,
)


def chain_pages(document):
    return [flat(page.extract_text()) for page in reader(printed(document, sections=("chain",)).data).pages]


DESK, SRE, SHOP = TeamId("desk"), TeamId("sre"), ServiceId("shop")


def text_where(**entry):
    return text_of(
        printed(
            Document(
                Organization(
                    "Shop",
                    teams=(Team(DESK, "Desk", "frontline"), Team(SRE, "SRE", "application-sre")),
                    services=(Service(SHOP, "Shop"), Service(ServiceId("till"), "Till")),
                    responsibilities=(Responsibility(RowId("code"), "Code", SHOP, raci=Raci({SRE: "A"})),),
                    escalations=(Escalation(ALERT, DESK, **entry), Escalation(DESK, SRE, after=Duration(5, "m"))),
                )
            ),
            sections=("chain",),
        ).data
    )


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({}, "every page enters here every page"),
        ({"services": (SHOP,)}, "their pages enter here Shop"),
        ({"layers": (LayerId("application"),)}, "their pages enter here Application"),
    ],
)
def test_every_page_enters_only_where_all_of_them_do(entry, said):
    assert said in text_where(**entry)


def test_every_escalation_of_a_picture_stands_below_it_or_in_the_list_and_none_twice_there():
    teams = [Team(TeamId(f"t{place}"), f"Team {place:02}", "application-sre") for place in range(40)]
    ways = tuple(Escalation(one.id, other.id, when=f"case {one.id}.") for one, other in pairwise(teams))
    text = text_of(
        printed(Document(Organization("Row", teams=tuple(teams), escalations=ways)), sections=("chain",)).data
    )
    assert [text.count(f"case {way.source}.") for way in ways] == [1] * len(ways)


def test_the_page_of_a_service_has_a_row_for_each_of_its_arrows():
    pages = [page for page in chain_pages(sample_document("department")) if "escalations shown" in page]
    assert len(pages) > 20
    for page in pages:
        drawn = int(re.search(r"(\d+) of \d+ escalations shown", page)[1])
        table = page.split("The page is")[1].split("some pages")[0]
        assert len(re.findall(r"kept|lost|unknown|not handed", table)) == drawn + table.count("missing:")


def test_the_rows_of_a_chain_take_the_width_that_their_words_need():
    listed = [page for page in chain_pages(sample_document("payments_platform")) if "The page is" in page]
    assert len(listed) == 1
    assert "an hour has gone and the end is not in sight" in listed[0]


def test_on_a_narrow_paper_the_rows_wrap_where_that_takes_the_fewest_lines():
    made = printed(sample_document("payments_platform"), "Letter", sections=("chain",))
    listed = [page for page in (flat(each.extract_text()) for each in reader(made.data).pages) if "The page is" in page]
    assert len(listed) == 1


def test_the_chain_of_a_service_that_loses_a_page_comes_first_and_says_so_in_its_drawing_and_rows():
    first, second, *_, last = chain_pages(sample_document("department"))
    assert "Invoices API" in first
    assert "page lost" in first
    assert "5 responsibilities lost: it never gets there" in first
    assert "lost" not in second
    assert "missing:" not in last


def test_services_with_findings_of_their_own_have_a_chain_of_their_own():
    pages = [page for page in chain_pages(sample_document("department")) if "Scaling Systems & Capacity" in page]
    assert len(pages) == 1
    assert ". Basket Web: " in pages[0]


def test_a_team_that_gets_the_pages_of_a_service_and_has_no_work_there_is_told_apart():
    page = next(each for each in chain_pages(sample_document("department")) if "Prices Web and Discounts API: " in each)
    assert page.count("kept, by a team without work here") == 1
    assert "Catalogue SRE 5 min the runbook does not fix it every page kept, by a team without work here" in page


def test_the_one_name_that_a_card_of_nobody_cuts_stands_whole_in_the_index():
    name = "Improve the Runbooks and the Automation of all"
    organization = Organization(
        "Shop",
        teams=(Team(DESK, "Desk", "frontline"),),
        responsibilities=(Responsibility(RowId("code"), name, layer=LayerId("application")),),
        escalations=(Escalation(ALERT, DESK),),
    )
    text = text_of(printed(Document(organization), sections=("chain",)).data)
    assert re.search(r"Improve the Runbooks\b.*…", text)
    assert name in text[text.index("Index of names") :]
