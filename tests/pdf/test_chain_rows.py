"""The rows under the picture of a chain: what of the pages enters where."""

from __future__ import annotations

import pytest
from printed_pages import printed, text_of

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
