"""Where the rules come from: books, vendors' guides and standards, by the keys that findings show."""

from __future__ import annotations

from typing import Final

from orgmodel.findings import OUR_OWN, Source

SRE_BOOK_ON_CALL: Final = Source("S1", "Google SRE book, ch. 11 Being On-Call")
WORKBOOK_ON_CALL: Final = Source("S2", "SRE Workbook, ch. 8 On-Call")
ELIMINATING_TOIL: Final = Source("S3", "SRE book, ch. 5 Eliminating Toil")
WORKBOOK_TEAMS: Final = Source("S4", "SRE Workbook, ch. 20 SRE Team Lifecycles")
ENGAGEMENT_MODEL: Final = Source("S5", "SRE Workbook, ch. 18 SRE Engagement Model")
BEING_ON_CALL: Final = Source("S6", "PagerDuty Incident Response, Being On-Call")
WHO_IS_ON_CALL: Final = Source("S7", "PagerDuty Incident Response, Who's On-Call")
FULL_SERVICE_OWNERSHIP: Final = Source("S8", "PagerDuty, Full-Service Ownership")
GOING_ON_CALL: Final = Source("S9", "PagerDuty, Going On-Call")
PAGERDUTY_COMMUNITY: Final = Source("S10", "PagerDuty Community, 2191")
RACI_ANALYSIS: Final = Source("S12", "Trackplus, RACI Matrix Analysis")
HOW_TO_RACI: Final = Source("S13", "Penn State, How to Use a RACI Matrix")
RESPONSIBILITY_CHARTING: Final = Source("S14", "Smith & Erwin, Role & Responsibility Charting")
ITIL_ESCALATION: Final = Source("S16", "ITIL, Incident escalation")
TEAM_TOPOLOGIES: Final = Source("S17", "Team Topologies, ch. 3, through a reader's notes")
ESCALATION_ROUTES: Final = Source("S18", "SAP, Defining Escalation Routes")
ESCALATION_STEPS: Final = Source("S19", "GoAlert, Escalation steps")
ESCALATION_POLICIES: Final = Source("S20", "Atlassian, What are escalation policies?")
GAPS_AND_CONFLICTS: Final = Source("S21", "ServiceNow, Resolve gaps and conflicts")
MATURITY_REPORT: Final = Source(
    "BT", "Challenges in starting an SRE team from scratch in an Enterprise, SREcon20 Americas"
)
OURS: Final = Source(OUR_OWN, "reviews, confirmations and waivers of the model file")
SUPPORT_CHAIN: Final = Source("Caiafa", "SRE: The Incomplete Guide to Cultural Narnia")
