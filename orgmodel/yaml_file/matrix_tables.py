"""Tables of fields: what is run, the stack, and the rows of the matrix."""

from __future__ import annotations

from typing import Final

from orgmodel.model import (
    KIND_NAMES,
    NO_LETTERS,
    STATE_NAMES,
    Area,
    Confirmation,
    Layer,
    NotApplicable,
    Responsibility,
    Service,
)
from orgmodel.yaml_file.fields import Field, Record
from orgmodel.yaml_file.nested_codecs import ListOf, RaciLetters
from orgmodel.yaml_file.single_codecs import ID, TEXT, Choice, Day, Length, Pattern, Reference, Truth, Whole

_CRITICALITY = Whole(1, 4)
_KIND = Choice(*KIND_NAMES)

NOT_APPLICABLE: Final = Record(
    "row that does not apply",
    NotApplicable,
    ("row",),
    Field("row", ID, "The row's id in the reference matrix.", "rails", required=True),
    Field("reason", TEXT, "Why the service does without it.", "Written in Go."),
    description="A row of the reference matrix that a service does without.",
)

SERVICE: Final = Record(
    "service",
    Service,
    ("id",),
    Field("id", ID, "The service's id, unique among the services; it never changes.", "postgres", required=True),
    Field("name", TEXT, "The service's name.", "PostgreSQL", required=True),
    Field("team", ID, "The team whose service it is.", "ruby-web"),
    Field("criticality", _CRITICALITY, "From 1, the highest, to 4.", 1),
    Field("complexity", Choice("simple", "complicated", "complex"), "How hard it is to run.", "complicated"),
    Field("user_facing", Truth(), "Whether users meet it directly.", example=True),
    Field("depends_on", ListOf(Reference(), "postgres"), "The services it needs.", ["postgres"], default=()),
    Field("matrix", ID, "The reference matrix that its rows were made from.", "support-chain"),
    Field(
        "not_applicable",
        ListOf(NOT_APPLICABLE),
        "The rows of that matrix that it does without.",
        default=(),
    ),
    description="Something that users or other services rely on.",
)

LAYER: Final = Record(
    "layer",
    Layer,
    ("id",),
    Field("id", ID, "The layer's id, unique among the layers; it never changes.", "environment", required=True),
    Field("name", TEXT, "The layer's name; a remark may follow in brackets.", "Environment", required=True),
    Field("kind", _KIND, "The kind of team that owns it by default.", "application-sre"),
    description="One storey of the stack.",
)

AREA: Final = Record(
    "area",
    Area,
    ("id",),
    Field("id", ID, "The area's id, unique among the areas; it never changes.", "monitoring", required=True),
    Field("name", TEXT, "The area's name.", "Monitoring", required=True),
    description="A field of work that cuts across the layers.",
)

CONFIRMED: Final = Record(
    "confirmation",
    Confirmation,
    (),
    Field("by", TEXT, "Who said so.", "Web Application SRE"),
    Field("on", Day(), "When.", "2026-11-02"),
    description="Who said last that the row is right, and when.",
)

RESPONSIBILITY: Final = Record(
    "responsibility",
    Responsibility,
    ("id",),
    Field("id", ID, "The row's id, unique among the responsibilities; it never changes.", "database", required=True),
    Field("name", TEXT, "What has to be done.", "Database", required=True),
    Field("service", Reference(), "Its service; absent, it belongs to the organisation as a whole.", "ruby-web-app"),
    Field("layer", Reference(), "Its layer of the stack.", "environment"),
    Field("area", Reference(), "Its area across the layers.", "core-infrastructure"),
    Field("criticality", _CRITICALITY, "From 1, the highest, to 4; absent, the service's.", 1),
    Field("paged", Truth(), "Whether an alert can land here, so that its owner must be on call.", example=True),
    Field("runbook", TEXT, "Where the runbook is.", "https://runbooks.example/database"),
    Field("effort", Length(), "What it takes in a week, all teams together.", "6h"),
    Field("depends_on", ListOf(Reference(), "capacity-on-hand"), "The rows it needs.", ["rails"], default=()),
    Field(
        "activities",
        ListOf(Pattern("[a-z0-9-]+/[a-z0-9-]+", 'write questionnaire and activity, such as "bt-sre-maturity/4".')),
        "What of a questionnaire rests on this row.",
        ["bt-sre-maturity/4"],
        default=(),
    ),
    Field(
        "raci", RaciLetters(), "Who answers for it, does it, is asked, is told.", {"web-sre": "AR"}, default=NO_LETTERS
    ),
    Field("confirmed", CONFIRMED, "Who said last that the row is right, and when.", {"on": "2026-11-02"}),
    Field("state", Choice(*STATE_NAMES), "How far the talk about it has come.", "agreed", default="open"),
    description="A row of the matrix: one thing that somebody has to do, and who.",
)
