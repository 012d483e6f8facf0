"""The sentences of the method: what letters, marks and limits mean."""

from __future__ import annotations

from typing import Final

LETTERS: Final = {
    "A": "One team at a time: it decides, and it is asked when the work is not done.",
    "R": "Does the work; several teams can share it. AR is both in one team.",
    "C": "Is asked before something is changed, and answers.",
    "I": "Is told afterwards, and has nothing to do.",
}

OWNER: Final = (
    "The owner of a responsibility is the team with A, else the only team with R. Where several teams have A, each of "
    "them is shown as an owner, because nobody can tell which of them it is."
)

UNKNOWN: Final = (
    "What the file does not say is printed as a dash, with a dashed line or as unknown. It is never counted as zero "
    "and never as good. Each kind of team has a shape and a code, and each mark a shape of its own, so that a "
    "black-and-white print says the same."
)

FINDINGS: Final = (
    "Every finding comes from a rule that reads the model and nothing else: the same model gives the same findings. An "
    "error is something that fails when it is needed, a warning something that will cost time, information something "
    "to know. A finding that was accepted, with a reason and until a day, is shown apart and counted nowhere. Each "
    "finding carries the code of its rule and its source."
)

MARK_WORDS: Final = {
    "error": "to put right: it fails when needed",
    "warning": "to look at: it costs time",
    "info": "to know",
    "not-assessed": "not assessed: an input is unknown",
    "waived": "accepted until a day",
    "nobody": "nobody does it",
    "two-owners": "two owners or more",
    "page-lost": "a page is lost here",
    "open": "not yet discussed",
    "agreed": "agreed by the teams",
    "parked": "parked",
    "bell": "can raise a page",
    "book-open": "has a runbook",
    "book-dashed": "has no runbook",
    "added": "added since the baseline",
    "removed": "removed since then",
    "changed": "changed since then",
}

LIMIT: Final = "In brackets stands what holds where a file does not set a limit of its own."

LIMITS: Final = {
    "response_minutes_user_facing": "Minutes to an answer, where users see it",
    "response_minutes_other": "Minutes to an answer, for other services",
    "crowded_responsible": "Teams that do the work of one responsibility",
    "crowded_consulted": "Teams that are asked about one responsibility",
    "crowded_informed": "Teams that are told about one responsibility",
    "service_owners": "Teams that own parts of one service",
    "name_similarity": "Likeness of names that may mean the same",
    "levels_critical": "Levels on call behind what is critical, at least",
    "single_site_members": "People on call in turn at one site, at least",
    "multi_site_members": "People on call at each of several sites, enough",
    "multi_site_minimum": "People on call at each of several sites, at least",
    "on_call_share": "Percent of a person's time on call, healthy up to",
    "on_call_share_error": "Percent of a person's time on call, at most",
    "shift_hours": "Hours of one shift",
    "incidents_per_shift": "Incidents in one shift",
    "operations_percent": "Percent of a team's time for operations",
    "toil_percent": "Percent of a team's time for toil",
    "overload_deviations": "Deviations from the mean load of all teams",
    "team_size_min": "People in a team, at least",
    "team_size_max": "People in a team, at most",
    "hub_dependants": "Things that depend on one team or service",
    "rating_contradicted": "Rating from which the model may contradict it",
    "stale_days": "Days after which a confirmation is stale",
}
"""By the keys of the settings; each is a most where it does not say otherwise."""
