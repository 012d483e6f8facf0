"""Where the rules come from: books, vendors' guides and standards, by the keys that findings show."""

from __future__ import annotations

from typing import Final

from orgmodel.findings import Source

SRE_ON_CALL: Final = Source("S1", "Google SRE book, ch. 11 Being On-Call")
WORKBOOK_ON_CALL: Final = Source("S2", "SRE Workbook, ch. 8 On-Call")
SRE_TOIL: Final = Source("S3", "Google SRE book, ch. 5 Eliminating Toil")
WORKBOOK_TEAMS: Final = Source("S4", "SRE Workbook, ch. 20 SRE Team Lifecycles")
WORKBOOK_ENGAGEMENT: Final = Source("S5", "SRE Workbook, ch. 18 SRE Engagement Model")
BEING_ON_CALL: Final = Source("S6", "PagerDuty Incident Response, Being On-Call")
WHO_IS_ON_CALL: Final = Source("S7", "PagerDuty Incident Response, Who's On-Call")
FULL_SERVICE_OWNERSHIP: Final = Source("S8", "PagerDuty, Full-Service Ownership")
GOING_ON_CALL: Final = Source("S9", "PagerDuty, Going On-Call")
DROPPED_INCIDENT: Final = Source("S10", "PagerDuty Community 2191")
PAGE_YOUR_MANAGER: Final = Source("S11", "PagerDuty blog, Page Your Manager")
RACI_ANALYSIS: Final = Source("S12", "Trackplus, RACI Matrix Analysis")
RACI_USE: Final = Source("S13", "Penn State, How to Use a RACI Matrix")
RESPONSIBILITY_CHARTING: Final = Source("S14", "Smith & Erwin, Role & Responsibility Charting")
ASSIGNMENT_MATRIX: Final = Source("S15", "Wikipedia, Responsibility assignment matrix")
ITIL_ESCALATION: Final = Source("S16", "ITIL, Incident escalation")
TEAM_TOPOLOGIES: Final = Source("S17", "Team Topologies, ch. 3 (through a reader's notes)")
ESCALATION_ROUTES: Final = Source("S18", "SAP, Defining Escalation Routes")
ESCALATION_STEPS: Final = Source("S19", "GoAlert, escalation steps")
ESCALATION_POLICIES: Final = Source("S20", "Atlassian, What are escalation policies?")
GAPS_AND_CONFLICTS: Final = Source("S21", "ServiceNow, Resolve gaps and conflicts")
