"""What is written is read back the same, as text and as plain data."""

import json
from datetime import date

from any_documents import any_documents
from hypothesis import given, settings

from orgmodel.document import Document
from orgmodel.model import Organization, Responsibility, Team
from orgmodel.yaml_file import read_text, record_of, resolved_record, write_text
from orgmodel.yaml_file.tables import FILE


@settings(deadline=None, max_examples=50)
@given(any_documents())
def test_a_written_document_is_read_back_equal(document):
    assert read_text(write_text(None, document), "f.yaml").document == document


@settings(deadline=None, max_examples=15)
@given(any_documents())
def test_a_record_is_plain_data_in_canonical_order(document):
    record = record_of(document)
    assert json.loads(json.dumps(record)) == record
    assert list(record) == [key for key in FILE.keys if key in record]
    assert list(resolved_record(document)) == list(FILE.keys)


def test_a_record_leaves_out_what_is_absent_or_default():
    document = Document(
        Organization("Small", teams=(Team("app", "App"),), responsibilities=(Responsibility("a", "A"),))
    )
    assert record_of(document) == {
        "format": "orgmodel/1",
        "name": "Small",
        "teams": [{"id": "app", "name": "App"}],
        "responsibilities": [{"id": "a", "name": "A"}],
    }


def test_a_resolved_record_writes_every_default_out():
    record = resolved_record(Document(Organization("Small", review_by=date(2027, 3, 31), teams=(Team("app", "App"),))))
    assert record["review_by"] == "2027-03-31"
    assert record["owner"] is None
    assert [layer["id"] for layer in record["layers"]] == ["application", "environment", "infrastructure", "frontline"]
    assert record["teams"][0]["kind"] == "other"
    assert record["teams"][0]["sites"] == []
    assert record["settings"] == {"rules": {}, "limits": record["settings"]["limits"]}
    assert record["settings"]["limits"]["stale_days"] == 180
    assert record["arrangement"] == {"chain": {}}
