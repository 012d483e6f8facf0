"""Write an organisation of any size; the same numbers give the same file, and none give `department.yaml`.

    python sample_orgs/generate.py --teams 400 --rows 20000 -o enterprise.yaml

Every service has the 43 rows of the reference matrix; what is left of the rows belongs to the organisation as a whole.
Faults are put in by counting, so that they are few, spread and known (`planned`); the comment at the head of the file
lists them, with what follows from them and from the size.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from orgmodel.analysis import analyse
from orgmodel.catalogue import matrix
from orgmodel.model import Responsibility
from orgmodel.yaml_file import read_text

AS_OF = date(2026, 11, 22)
"""The day that the head of the file is about; nothing in it depends on the day."""

DOMAINS = (
    "Basket", "Billing", "Campaigns", "Catalogue", "Checkout", "Claims", "Customers", "Delivery", "Discounts", "Feeds",
    "Gift Cards", "Identity", "Imports", "Invoices", "Loyalty", "Mail", "Media", "Orders", "Payments", "Picking",
    "Prices", "Products", "Returns", "Reviews", "Routes", "Search", "Shifts", "Stock", "Stores", "Suppliers", "Tills",
    "Warehouse",
)  # fmt: skip
KINDS_OF_SERVICE = ("Web", "API", "Jobs", "Reports", "Admin", "Events", "Gateway", "Sync")
PLATFORMS = ("Compute", "Network", "Storage", "Delivery Pipeline", "Observability", "Access", "Data", "Edge", "Images")
CITIES = (
    ("London", "Europe/London"),
    ("Dublin", "Europe/Dublin"),
    ("Madrid", "Europe/Madrid"),
    ("Oslo", "Europe/Oslo"),
)
WIDE = (
    ("Incident Command", "incident-response"), ("Change Calendar", "configuration-management"),
    ("Capacity Plan", "capacity-performance"), ("Runbook Standard", "documentation-runbooks"),
    ("Post-incident Reviews", "incident-response"), ("Access Reviews", "configuration-management"),
    ("Recovery Tests", "core-infrastructure"), ("Alert Standard", "monitoring"),
)  # fmt: skip
PAGED = {
    "application-health-endpoints", "application-error-reporting", "database", "web-servers", "backend-service-servers",
    "monitoring-infrastructure", "infrastructure-to-run-code", "initial-receiver-of-alert",
    "actively-monitor-system-state",
}  # fmt: skip
DONE_BY_SRE = {
    "database-cookbook",
    "monitoring-cookbooks",
    "diagnose-issue",
    "application-scaling",
    "ruby-web-cookbooks",
}

FEWEST_TEAMS = 8

# One fault in so many rows or services, from the first one on.
NOBODY = (401, 17)
TWO_OWNERS = (503, 31)
SHARED_BY_TWO = (997, 99)
GONE = (1499, 700)
NO_RUNBOOK = (37, 5)
OFF_THE_WAY = (50, 45)


def falls_on(fault: tuple[int, int], index: int) -> bool:
    every, first = fault
    return index % every == first


def criticality(service: int) -> int:
    """Mixed, so that no team has critical services alone."""
    return 1 + (service + service // len(DOMAINS)) % 4


@dataclass
class Made:
    """The text of each part of the file so far, and what `orgmodel check` must find in it."""

    teams: list[str] = field(default_factory=list)
    services: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    rotations: list[str] = field(default_factory=list)
    escalations: list[str] = field(default_factory=list)
    finds: Counter[tuple[str, str]] = field(default_factory=Counter)

    def way(self, source: str, target: str, more: str, services: list[int] | None = None) -> None:
        """An escalation, for some services or for every row."""
        names = [_identifier(_service_name(service)) for service in services or ()]
        said = f", services: [{', '.join(names)}]" if names else ""
        if names or services is None:
            self.escalations.append(f"  - {{from: {source}, to: {target}{more}{said}}}")


@dataclass(frozen=True)
class Plan:
    """How many of each kind of team there are, and which of them carry a service: everything by counting round."""

    teams: int
    rows: int

    @property
    def heads(self) -> int:
        return max(1, self.teams // 40)

    @property
    def frontlines(self) -> int:
        return max(1, self.teams * 3 // 40)

    @property
    def platforms(self) -> int:
        return max(1, self.teams * 6 // 40)

    @property
    def sres(self) -> int:
        return max(1, self.teams // 4)

    @property
    def builders(self) -> int:
        return self.teams - self.heads - self.frontlines - self.platforms - self.sres

    @property
    def services(self) -> int:
        return self.rows // len(matrix("support-chain").rows)

    def builder(self, service: int) -> int:
        return service % self.builders

    def sre(self, service: int) -> int:
        return self.builder(service) % self.sres

    def platform(self, service: int) -> int:
        return self.sre(service) % self.platforms

    def frontline(self, service: int) -> int:
        return self.sre(service) % self.frontlines

    def partner(self, sre: int) -> int | None:
        """The SRE team that stands in for this one: the next or the last of the same frontline; an odd one has none."""
        place = sre // self.frontlines
        partner = sre + self.frontlines if place % 2 == 0 else sre - self.frontlines
        return partner if partner < self.sres else None

    def is_critical(self, builder: int) -> bool:
        services = range(builder, self.services, self.builders)
        return any(criticality(service) <= 2 for service in services)

    def services_of(self, sre: int) -> list[int]:
        return [service for service in range(self.services) if self.sre(service) == sre]


def generated(teams: int, rows: int) -> str:
    """The whole file; teams of builders beyond the number of services have nothing to do."""
    plan = Plan(teams, rows)
    made = _made(plan)
    body = "\n".join(_body(plan, made)) + "\n"
    found = analyse(read_text(body, "generated.yaml").document, AS_OF).findings
    return "\n".join(_head(plan, Counter((each.code, str(each.severity)) for each in found))) + "\n" + body


def planned(teams: int, rows: int) -> Counter[tuple[str, str]]:
    """How often each of the faults that were put in must be found, by code and severity."""
    return _made(Plan(teams, rows)).finds


def _made(plan: Plan) -> Made:
    made = Made()
    _add_teams(plan, made)
    _add_services(plan, made)
    _add_rows(plan, made)
    _add_chain(plan, made)
    return made


def _named(names: tuple[str, ...], index: int, suffix: str = "") -> str:
    turn, place = divmod(index, len(names))
    return f"{names[place]}{suffix}" + (f" {turn + 1}" if turn else "")


def _identifier(name: str) -> str:
    return name.lower().replace(" ", "-")


def _service_name(index: int) -> str:
    turn, place = divmod(index, len(DOMAINS))
    kind, number = KINDS_OF_SERVICE[turn % len(KINDS_OF_SERVICE)], turn // len(KINDS_OF_SERVICE)
    return f"{DOMAINS[place]} {kind}" + (f" {number + 1}" if number else "")


def _builder(index: int) -> str:
    return _identifier(_named(DOMAINS, index)) + "-team"


def _sre(index: int) -> str:
    return _identifier(_named(DOMAINS, index)) + "-sre"


def _platform(index: int) -> str:
    return _identifier(_named(PLATFORMS, index)) + "-platform"


def _frontline(index: int) -> str:
    return f"frontline-{index + 1}"


def _heads(index: int) -> str:
    return f"heads-{index + 1}"


def _sre_people(index: int) -> int:
    """Mostly nine; a few teams are at the least for one site, a few below it."""
    if index % 9 == 8:
        return 6
    return 8 if index % 7 == 3 else 9


def _add_teams(plan: Plan, made: Made) -> None:
    def add(identifier: str, name: str, kind: str, people: int, more: str = "") -> None:
        contact = f'contact: "#{identifier}"'
        made.teams.append(f"  - {{id: {identifier}, name: {name}, kind: {kind}, {contact}, headcount: {people}{more}}}")

    for index in range(plan.heads):
        add(_heads(index), f"Heads of Engineering {index + 1}", "governance", 3)
    for index in range(plan.frontlines):
        sites = ", ".join(f"{{name: {city}, timezone: {zone}, headcount: 6}}" for city, zone in CITIES[:2])
        parent = f", parent: {_heads(index % plan.heads)}, sites: [{sites}]"
        add(_frontline(index), f"Frontline {index + 1}", "frontline", 12, parent)
        made.finds["LOAD004", "info"] += 1
    for index in range(plan.platforms):
        parent = f", parent: {_heads(index % plan.heads)}"
        add(_platform(index), _named(PLATFORMS, index, " Platform"), "infrastructure-sre", 9, parent)
    for index in range(plan.sres):
        supported = [_builder(team) for team in range(plan.builders) if team % plan.sres == index]
        parent = f", supports: [{', '.join(supported)}], parent: {_heads(index % plan.heads)}"
        add(_sre(index), _named(DOMAINS, index, " SRE"), "application-sre", _sre_people(index), parent)
        if _sre_people(index) <= 8:
            made.finds["ONC001", "info" if _sre_people(index) == 8 else "error"] += 1
    for index in range(plan.builders):
        parent = f", parent: {_heads(index % plan.heads)}"
        add(_builder(index), _named(DOMAINS, index, " Team"), "application", 6 + index % 4, parent)


def _add_services(plan: Plan, made: Made) -> None:
    for service in range(plan.services):
        name = _service_name(service)
        facing = "true" if service % 4 == 0 else "false"
        made.services.append(
            f"  - {{id: {_identifier(name)}, name: {name}, team: {_builder(plan.builder(service))}, "
            f"criticality: {criticality(service)}, complexity: simple, user_facing: {facing}, matrix: support-chain}}"
        )


def _add_rows(plan: Plan, made: Made) -> None:
    reference = matrix("support-chain").rows
    for service in range(plan.services):
        made.rows.append(f"  # {_service_name(service)}")
        for place, row in enumerate(reference):
            index = service * len(reference) + place
            made.rows.append(_row(plan, made, row, service, index))
    for index in range(plan.rows - plan.services * len(reference)):
        name, area = WIDE[index % len(WIDE)]
        group = index // len(WIDE) + 1
        owner, doer = _sre(index % plan.sres), _platform(index % plan.platforms)
        made.rows.append(
            f"  - {{id: {_identifier(name)}-{group}, name: {name} {group}, area: {area}, criticality: 3, paged: false, "
            f"raci: {{{owner}: A, {doer}: R}}}}"
        )


def _row(plan: Plan, made: Made, row: Responsibility, service: int, index: int) -> str:
    builder, sre = _builder(plan.builder(service)), _sre(plan.sre(service))
    platform, frontline = _platform(plan.platform(service)), _frontline(plan.frontline(service))
    prefix = _identifier(_service_name(service))
    by_sre = "R" if row.id in DONE_BY_SRE else "C"
    letters = {
        "application": {builder: "A", sre: by_sre},
        "environment": {builder: "C", sre: "A", frontline: "I"},
        "infrastructure": {sre: by_sre, platform: "A", frontline: "I"},
        "frontline": {sre: by_sre, frontline: "A"},
    }[str(row.layer)]
    letters = _with_faults(made, letters, index)
    words = [f"id: {prefix}-{row.id}", f"name: {row.name}", f"service: {prefix}", f"layer: {row.layer}"]
    if row.area:
        words.append(f"area: {row.area}")
    if row.id in PAGED:
        # Developers are on call by day only, so what pages them must not be critical.
        words += ["criticality: 3", "paged: true"] if row.layer == "application" else ["paged: true"]
        if falls_on(NO_RUNBOOK, index):
            made.finds["GAP006", "warning"] += 1
        else:
            words.append(f"runbook: https://runbooks.example/{prefix}/{row.id}")
        answering = {team for team, cell in letters.items() if cell == "A"}
        carriers = answering or {team for team, cell in letters.items() if cell == "R"}
        if falls_on(OFF_THE_WAY, service) and carriers and carriers <= {builder, sre}:
            made.finds["ESC001", "error"] += 1
    else:
        words.append("paged: false")
    if letters:
        words.append("raci: {" + ", ".join(f"{team}: {cell}" for team, cell in letters.items()) + "}")
    return "  - {" + ", ".join(words) + "}"


def _with_faults(made: Made, letters: dict[str, str], index: int) -> dict[str, str]:
    if falls_on(NOBODY, index):
        made.finds["GAP001", "error"] += 1
        return {team: cell for team, cell in letters.items() if cell in "CI"}
    if falls_on(TWO_OWNERS, index):
        made.finds["OVR001", "error"] += 1
        return dict.fromkeys(list(letters)[:2], "A")
    if falls_on(SHARED_BY_TWO, index):
        made.finds["GAP002", "error"] += 1
        return dict.fromkeys(list(letters)[:2], "R")
    if falls_on(GONE, index):
        made.finds["GAP003", "error"] += 1
        return {"legacy-tools": "A"} | {team: cell for team, cell in letters.items() if cell in "CI"}
    return letters


def _add_chain(plan: Plan, made: Made) -> None:
    """Alert, frontline, SRE, then the builders or the platform; whoever stands in for another has its ways too."""
    for index in range(plan.frontlines):
        covered = [service for service in range(plan.services) if plan.frontline(service) == index]
        made.way("alert", _frontline(index), "", covered)
        _frontline_rotations(made, index)
        made.finds["SPOF002", "info"] += 1
    for index in range(plan.sres):
        _sre_ways(plan, made, index)
        _always(made, _sre(index), _sre_people(index))
    for platform, front in sorted(
        {(plan.platform(service), plan.frontline(service)) for service in range(plan.services)}
    ):
        both = [s for s in range(plan.services) if (plan.platform(s), plan.frontline(s)) == (platform, front)]
        hardware = ", after: 5m, when: OS or hardware alert, layers: [infrastructure]"
        made.way(_frontline(front), _platform(platform), hardware, both)
        made.finds["ESC007", "info"] += 1
    for index in range(plan.platforms):
        _always(made, _platform(index), 9)
    for index in range(plan.builders):
        for level, name in ((1, "days"), (2, "days-backup")):
            made.rotations.append(
                f"  - {{id: {_builder(index)}-{name}, team: {_builder(index)}, level: {level}, "
                f"coverage: business-hours, timezone: Europe/London, members: {6 + index % 4}, turn: 7d, shift: 8h, "
                f"pages_per_day: {0.2 if level == 1 else 0.1}, hand_up: 5m}}"
            )
    _add_heads(plan, made)


def _sre_ways(plan: Plan, made: Made, index: int) -> None:
    partner = plan.partner(index)
    own = plan.services_of(index)
    covered = sorted([*own, *(plan.services_of(partner) if partner is not None else ())])
    reached = [service for service in covered if not falls_on(OFF_THE_WAY, service)]
    front, platform = _frontline(index % plan.frontlines), _platform(index % plan.platforms)
    made.way(front, _sre(index), ", after: 5m, when: the runbook does not fix it", reached)
    for builder in sorted({plan.builder(service) for service in covered}):
        theirs = [service for service in covered if plan.builder(service) == builder]
        made.way(_sre(index), _builder(builder), ", after: 15m, when: the fix is in the code", theirs)
    made.way(_sre(index), platform, ", after: 15m, when: the fault is below the application", own)
    if partner is None:
        made.finds["SPOF002", "warning"] += 1


def _add_heads(plan: Plan, made: Made) -> None:
    """Everybody ends at the heads, but for the last team of builders whose services are none of them critical."""
    reached = range(min(plan.builders, plan.services))
    stuck = max((index for index in reached if not plan.is_critical(index)), default=None)
    kinds = ((_frontline, plan.frontlines), (_sre, plan.sres), (_platform, plan.platforms), (_builder, plan.builders))
    for name, count in kinds:
        for index in range(count):
            if (name, index) == (_builder, stuck):
                made.finds["ESC003", "warning"] += 1
            else:
                more = ", kind: hierarchic, after: 60m, when: users are still hurt after an hour"
                made.way(name(index), _heads(index % plan.heads), more)


def _frontline_rotations(made: Made, index: int) -> None:
    for (city, zone), hours in zip(CITIES[:2], ("Mon-Sun 07:00-19:00", "Mon-Sun 19:00-07:00"), strict=True):
        for level, turn in ((1, "1d"), (2, "7d")):
            made.rotations.append(
                f"  - {{id: {_frontline(index)}-{city.lower()}-{level}, team: {_frontline(index)}, level: {level}, "
                f'coverage: ["{hours}"], timezone: {zone}, members: 6, turn: {turn}, shift: 12h, '
                f"pages_per_day: {4 if level == 1 else 0.5}, hand_up: 5m}}"
            )


def _always(made: Made, team: str, people: int) -> None:
    """Two levels round the clock from one site."""
    for level, name in ((1, "primary"), (2, "secondary")):
        made.rotations.append(
            f"  - {{id: {team}-{name}, team: {team}, level: {level}, coverage: 24x7, timezone: Europe/London, "
            f"members: {people}, turn: 7d, shift: 12h, pages_per_day: {0.6 if level == 1 else 0.1}, hand_up: 5m}}"
        )


def _head(plan: Plan, finds: Counter[tuple[str, str]]) -> Iterator[str]:
    yield f"# A generated organisation: {plan.teams} teams, {plan.rows} rows. Do not edit: `generate.py` writes it."
    yield "#"
    yield "# What `orgmodel check` finds here, and nothing else:"
    for (code, severity), count in sorted(finds.items()):
        yield f"# finds: {code} {severity} x {count}"
    yield f"# exits: {int(any(severity == 'error' for _, severity in finds))}"
    yield ""


def _body(plan: Plan, made: Made) -> Iterator[str]:
    yield "format: orgmodel/1"
    yield "name: Retail Department" if plan.teams < 100 else "name: Retail Enterprise"
    yield "description: Shops, tills and the web, made up for trying things out at size."
    yield "classification: Internal"
    for part in ("teams", "services", "rows", "rotations", "escalations"):
        yield ""
        yield "responsibilities:" if part == "rows" else f"{part}:"
        yield from getattr(made, part)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write an organisation of any size.")
    parser.add_argument("--teams", type=int, default=40)
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("-o", "--out", type=Path, default=Path(__file__).with_name("department.yaml"))
    arguments = parser.parse_args()
    if arguments.teams < FEWEST_TEAMS or arguments.rows < len(matrix("support-chain").rows):
        parser.error(f"an organisation with every kind of team has {FEWEST_TEAMS} teams and 43 rows at least")
    arguments.out.write_text(generated(arguments.teams, arguments.rows), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
