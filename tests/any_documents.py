"""Documents with every field that the model has and texts that files find hard: for laws of reading and writing.

`strategies.documents()` draws small organisations that make sense together; these need only be what a file can hold.
"""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import strategies as st

from orgmodel.document import Arrangement, Decision, Document, Place, View, Waiver
from orgmodel.model import (
    ALWAYS,
    BUSINESS_HOURS,
    DEFAULT_LIMITS,
    KIND_NAMES,
    REFERENCE_AREAS,
    REFERENCE_LAYERS,
    STATE_NAMES,
    Activity,
    Area,
    Assessment,
    Confirmation,
    Coverage,
    Duration,
    Escalation,
    Layer,
    Member,
    NotApplicable,
    Organization,
    Questionnaire,
    Raci,
    Rating,
    Responsibility,
    Rotation,
    Section,
    Service,
    Settings,
    Site,
    Team,
    Window,
    Workload,
    subject,
)

HARD_TEXTS = (
    *("", " ", "no", "on", "yes", "null", "Null", "~", "true", "12:30", "012", "1.0", "1e3", "0x1F", "0o7", ".inf"),
    *("2027-03-31", "=", "<<", "- a", "? a", "a: b", "a #b", "#b", "&a", "*a", "!a", "%a", "@a", "`a", "[a]", "{a}"),
    *("a, b", "'", '"', "\\", "a\\nb", "|", ">", "---", "...", "--- a", " a", "a ", "a\n", "\na", "a\n\nb", " a\nb"),
    *("a\n  b\n", "a\tb", "\t", "a\rb", "a\r\nb", "\x01", "\x7f", "\x85", "\xa0", "\u2028", "\u2029", "\ufeff"),
    *("\u202e", "naïve", "日本語", "שלום", "👩\u200d🚒"),
)

texts = st.sampled_from(HARD_TEXTS) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30
)
ids = st.sampled_from(("a", "b", "web-sre", "0", "12", "012", "1e3", "no", "null", "y-1")) | st.from_regex(
    "[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True
)
subjects = st.builds(subject, st.sampled_from(("team", "layer", "rotation")), ids) | (
    st.sampled_from(("organization", "person:a/Kim Lee", "escalation:a->b", "waiver:GAP001/1"))
)
days = st.dates(date(1900, 1, 1))
minutes = st.datetimes(datetime(1900, 1, 1)).map(lambda at: at.replace(second=0, microsecond=0))  # noqa: DTZ001
durations = st.builds(Duration, st.integers(0, 999_999_999), st.sampled_from("smhd"))
windows = st.builds(Window, st.integers(0, 6), st.integers(0, 6), st.integers(0, 24 * 60 - 1), st.integers(0, 24 * 60))
zones = st.sampled_from(("UTC", "Europe/London", "America/Denver"))
kinds = st.sampled_from(tuple(KIND_NAMES))
truths = st.booleans()


def numbers(low, high):
    return st.integers(low, high) | st.floats(low, high, allow_nan=False)


def perhaps(strategy):
    return st.none() | strategy


def some(strategy, most=2):
    return st.lists(strategy, max_size=most).map(tuple)


def pairs(keys, values, most=3):
    return st.dictionaries(keys, values, max_size=most).map(lambda held: tuple(held.items()))


def one_each(draw, of_id, most=3, names=ids):
    return tuple(draw(of_id(name)) for name in draw(st.lists(names, max_size=most, unique=True)))


def sites_named(name):
    return st.builds(Site, st.just(name), perhaps(zones), perhaps(st.integers(0, 99)))


@st.composite
def teams(draw, named):
    made = []
    for name in named:
        sites = one_each(
            draw, lambda site: st.builds(Site, st.just(site), perhaps(zones), perhaps(st.integers(0, 99))), 2, texts
        )
        places = st.sampled_from([site.name for site in sites]) if sites else st.nothing()
        members = one_each(
            draw,
            lambda member, places=places: st.builds(
                Member, st.just(member), texts, perhaps(texts), perhaps(numbers(0, 10)), perhaps(places)
            ),
            2,
        )
        made.append(
            Team(
                name,
                draw(texts),
                draw(kinds),
                *(draw(perhaps(texts)) for _ in range(3)),
                headcount=draw(perhaps(st.integers(0, 1_000_000))),
                supports=draw(some(ids)),
                parent=draw(perhaps(st.sampled_from([*(team.id for team in made), "ghost"]))),
                sites=sites,
                members=members,
                workload=draw(perhaps(st.builds(Workload, *[perhaps(numbers(0, 100))] * 3))),
                status=draw(st.sampled_from(("active", "planned", "archived"))),
            )
        )
    return tuple(made)


def services(name, others):
    return st.builds(
        Service,
        st.just(name),
        texts,
        perhaps(ids),
        perhaps(st.integers(1, 4)),
        perhaps(st.sampled_from(("simple", "complicated", "complex"))),
        perhaps(truths),
        some(st.sampled_from(others)) if others else st.just(()),
        perhaps(ids),
        some(st.builds(NotApplicable, ids, perhaps(texts))),
    )


def rows(name, others, *, places, layers, areas, activities):
    def one_of(names):
        return perhaps(st.sampled_from(names)) if names else st.none()

    return st.builds(
        Responsibility,
        st.just(name),
        texts,
        one_of(places),
        one_of([layer.id for layer in layers]),
        one_of([area.id for area in areas]),
        perhaps(st.integers(1, 4)),
        perhaps(truths),
        perhaps(texts),
        perhaps(durations),
        some(st.sampled_from(others)) if others else st.just(()),
        some(st.sampled_from(activities)),
        st.dictionaries(ids, st.sampled_from(("A", "AR", "R", "C", "I")), max_size=3).map(Raci),
        perhaps(st.builds(Confirmation, perhaps(texts), perhaps(days))),
        st.sampled_from(tuple(STATE_NAMES)),
    )


def rotations(name):
    return st.builds(
        Rotation,
        st.just(name),
        ids,
        st.integers(1, 20),
        perhaps(st.sampled_from((ALWAYS, BUSINESS_HOURS)) | st.builds(Coverage, st.none(), some(windows))),
        perhaps(zones),
        perhaps(st.integers(0, 99) | some(texts)),
        perhaps(durations),
        perhaps(durations),
        perhaps(numbers(0, 1000)),
        perhaps(durations),
    )


@st.composite
def escalations(draw, layers, places):
    source = draw(st.just("alert") | ids)
    return Escalation(
        source,
        draw(ids.filter(lambda target: target != source)),
        draw(st.sampled_from(("functional", "hierarchic", "inform"))),
        draw(perhaps(durations)),
        draw(perhaps(texts)),
        draw(some(st.sampled_from([layer.id for layer in layers]))) if layers else (),
        draw(some(st.sampled_from(places))) if places else (),
    )


@st.composite
def questionnaires(draw, name):
    activity_ids = draw(st.lists(ids, max_size=3, unique=True))
    split = draw(st.integers(0, len(activity_ids)))
    return Questionnaire(
        name,
        draw(texts),
        draw(perhaps(texts)),
        tuple(
            Section(
                section,
                draw(texts),
                tuple(Activity(each, draw(texts), draw(perhaps(texts)), draw(perhaps(texts))) for each in held),
            )
            for section, held in (("one", activity_ids[:split]), ("two", activity_ids[split:]))
        ),
    )


scores = st.integers(1, 5) | st.sampled_from(("na", "unknown"))
ratings = st.builds(Rating, scores, *[perhaps(texts)] * 3, perhaps(days))


@st.composite
def assessments(draw, name, own):
    known = {held.id: held for held in own}
    of = draw(st.sampled_from(("bt-sre-maturity", *known)))
    activities = [activity.id for activity in known[of].activities] if of in known else ["1", "2", "012"]
    sections = [section.id for section in known[of].sections] if of in known else ["bt-specific"]
    return Assessment(
        name,
        of,
        draw(days),
        draw(pairs(st.sampled_from(activities), ratings)) if activities else (),
        draw(pairs(st.sampled_from(sections), numbers(0, 100))),
    )


@st.composite
def any_organizations(draw):
    layers = draw(st.just(REFERENCE_LAYERS) | st.just(())) or one_each(
        draw, lambda name: st.builds(Layer, st.just(name), texts, perhaps(kinds))
    )
    areas = draw(st.just(REFERENCE_AREAS) | st.just(())) or one_each(
        draw, lambda name: st.builds(Area, st.just(name), texts)
    )
    own = one_each(draw, questionnaires, 1)
    activities = ["bt-sre-maturity/4", *(f"{held.id}/{each.id}" for held in own for each in held.activities)]
    if any(held.id == "bt-sre-maturity" for held in own):
        own = ()
    places = draw(st.lists(ids, max_size=2, unique=True))
    row_ids = draw(st.lists(ids, max_size=3, unique=True))
    return Organization(
        draw(texts),
        *(draw(perhaps(texts)) for _ in range(4)),
        review_by=draw(perhaps(days)),
        based_on=draw(perhaps(texts)),
        effective=draw(perhaps(days)),
        settings=Settings(
            draw(pairs(st.sampled_from(("GAP001", "ESC010")), st.sampled_from(("off", "info", "warning", "error")))),
            draw(pairs(st.sampled_from(tuple(DEFAULT_LIMITS)), numbers(0, 1_000_000))),
        ),
        layers=layers,
        areas=areas,
        teams=draw(teams(draw(st.lists(ids, max_size=3, unique=True)))),
        services=tuple(draw(services(name, [other for other in places if other != name])) for name in places),
        responsibilities=tuple(
            draw(
                rows(
                    name,
                    [other for other in row_ids if other != name],
                    places=places,
                    layers=layers,
                    areas=areas,
                    activities=activities,
                )
            )
            for name in row_ids
        ),
        rotations=one_each(draw, rotations, 2),
        escalations=draw(some(escalations(layers, places), 3)),
        questionnaires=own,
        assessments=one_each(draw, lambda name: assessments(name, own), 2),
    )


@st.composite
def any_documents(draw):
    """Whatever one file can hold: every field filled or absent, hard texts everywhere."""
    card = st.builds(Place, st.just(""), numbers(-9999, 9999), numbers(-9999, 9999))
    cards = draw(pairs(subjects, card))
    waiver = st.builds(Waiver, st.sampled_from(("GAP001", "SPOF002")), some(subjects), texts, days, perhaps(texts))
    said = st.sampled_from(("decision", "question", "action"))
    decision = st.builds(Decision, days | minutes, texts, said, some(subjects))
    view = st.builds(View, texts, perhaps(texts), perhaps(subjects), perhaps(texts))
    return Document(
        draw(any_organizations()),
        Arrangement(tuple(Place(name, held.x, held.y) for name, held in cards)),
        draw(some(waiver)),
        draw(some(decision)),
        draw(some(view)),
    )
