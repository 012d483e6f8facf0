"""The model as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from orgmodel.exchange.json_model import model_json
from orgmodel.yaml_file import read_file

SAMPLES = Path(__file__).parents[2] / "sample_orgs"


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*.yaml")))
def test_every_sample_is_plain_json(name: str) -> None:
    document = read_file(SAMPLES / name).document
    record = json.loads(model_json(document))
    assert len(record["responsibilities"]) == len(document.organization.responsibilities)


def test_defaults_are_resolved() -> None:
    record = json.loads(model_json(read_file(SAMPLES / "ruby_web.yaml").document))
    assert record["responsibilities"][0]["state"] == "open"
    assert record["teams"][0]["status"] == "active"
    assert record["escalations"][0]["kind"] == "functional"
    assert len(record["areas"]) == 6
