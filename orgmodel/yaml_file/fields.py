"""Records: one table of fields each, from which reading, writing, the schema and the order of keys derive."""

from __future__ import annotations

from typing import Any

from orgmodel.yaml_file.nodes import Alias, Made, Mapping, Node, Scalar
from orgmodel.yaml_file.problems import Misread, Problems, Wrong, misread, shown
from orgmodel.yaml_file.single_codecs import NOTHING, Codec, shape


class Field:
    """One key of a record: what it means, where the value holds it, and what it is where the file says nothing."""

    __slots__ = ("attribute", "codec", "default", "description", "example", "key", "required")

    def __init__(
        self,
        key: str,
        codec: Codec,
        description: str,
        example: Any = None,
        *,
        default: Any = None,
        required: bool = False,
        attribute: str | None = None,
    ) -> None:
        self.key = key
        self.codec = codec
        self.description = description
        self.example = example
        self.default = default
        self.required = required
        self.attribute = attribute or key

    def schema(self) -> dict[str, Any]:
        own = self.codec.schema()
        if not self.required:
            own = _or_nothing(own)
        if isinstance(self.default, str | int):
            own = own | {"default": self.default}
        if self.example is not None:
            own = own | {"examples": [self.example]}
        return own | {"description": self.description}


class Record:
    """A mapping of known keys, read into a value; unknown keys are warnings and stay in the text."""

    def __init__(self, noun: str, make: Any, named_by: tuple[str, ...], *fields: Field, description: str) -> None:
        self.noun = noun
        self.make = make
        self.named_by = named_by
        self.fields = fields
        self.description = description
        self.known = {field.key: (field.attribute, field.codec.read) for field in fields}
        self.required = {field.attribute for field in fields if field.required}

    @property
    def schema_name(self) -> str:
        return self.noun.replace(" ", "_")

    @property
    def keys(self) -> tuple[str, ...]:
        """In the canonical order."""
        return tuple(self.known)

    def read(self, node: Node | Made, problems: Problems) -> Any:
        """The value of a mapping; a field that cannot be read is a problem, and absent."""
        if type(node) is not Mapping:
            if isinstance(node, Made):
                return node.value
            node = self._mapping(node)
        held: dict[str, Any] = {}
        unknown: list[Scalar] = []
        complete, known = True, self.known
        for key, said in node.entries:
            found = known.get(key.text)
            if found is None:
                unknown.append(key)
                continue
            item = said.target if type(said) is Alias else said
            if type(item) is Scalar and not item.style and item.text in NOTHING:
                continue
            try:
                held[found[0]] = found[1](item, problems)
            except Misread as wrong:
                self._misread(node, key, wrong, problems)
                held[found[0]] = wrong.rest
                complete = False
        if unknown:
            self._unknown(node, unknown, problems)
        if not complete or not self.required <= held.keys():
            self._complete(node, held, problems)
        made = self.make(**held)
        problems.note(made, node)
        return made

    def plain(self, held: Any, *, full: bool) -> dict[str, Any]:
        """Plain data in the canonical order of keys: without what is absent or default, or `full`."""
        return plain_fields(self.fields, held, full=full)

    def schema(self) -> dict[str, Any]:
        return {"$ref": f"#/definitions/{self.schema_name}"}

    def definition(self) -> dict[str, Any]:
        """What the reference of `schema` stands for."""
        return {
            "type": "object",
            "description": self.description,
            "properties": {field.key: field.schema() for field in self.fields},
            "required": [field.key for field in self.fields if field.required],
        }

    def label(self, node: Node) -> str:
        """The thing itself, for a sentence: `team "web-sre"`, or `this team` where it has no name."""
        entries = {key.text: held for key, held in node.entries} if isinstance(node, Mapping) else {}
        names = [held.text for key in self.named_by if isinstance(held := entries.get(key), Scalar)]
        if names and len(names) == len(self.named_by):
            return f"{self.noun} {shown('->'.join(names))}"
        return f"this {self.noun}" if self.named_by else f"the {self.noun}"

    def _mapping(self, node: Node) -> Mapping:
        if isinstance(node, Alias):
            node = node.target
        if isinstance(node, Mapping):
            return node
        first = self.fields[0]
        raise misread(
            node.start,
            f"holds {shape(node)} where a {self.noun} is meant: write its keys and values, such as "
            f'"{first.key}: {_said(first.example)}".',
        )

    def _unknown(self, node: Mapping, keys: list[Scalar], problems: Problems) -> None:
        label = self.label(node)
        for key in keys:
            if key.text == "<<":
                problems.add(key.start, f'"<<" in {label} merges nothing: this format has no merging, repeat the keys.')
            else:
                sentence = f"{label} has the unknown key {shown(key.text)}: it is kept, and means nothing."
                problems.warn(self.noun, Wrong(key.start, sentence, key.text, self.keys))

    def _misread(self, node: Mapping, key: Scalar, misread_field: Misread, problems: Problems) -> None:
        about = f'"{key.text}" of {self.label(node)}'
        for wrong in misread_field.wrongs:
            problems.add(wrong.place, f"{about} {wrong.sentence}", wrong.word, wrong.known)

    def _complete(self, node: Mapping, held: dict[str, Any], problems: Problems) -> None:
        """Drop what could not be read, and put a stand-in for what is required, so that the rest is still checked."""
        for field in self.fields:
            if field.required and field.attribute not in held:
                example = f'"{field.key}: {_said(field.example)}"'
                problems.add(node.start, f'{self.label(node)} has no "{field.key}": add it, such as {example}.')
            if held.get(field.attribute) is None:
                held.pop(field.attribute, None)
                if field.required:
                    held[field.attribute] = ""


def plain_fields(fields: tuple[Field, ...], held: Any, *, full: bool) -> dict[str, Any]:
    """What the value holds in these fields, as plain data; what is absent is null where it is `full`, else left out."""
    record: dict[str, Any] = {}
    for field in fields:
        found = getattr(held, field.attribute)
        if found is None or (not full and found == field.default):
            if full:
                record[field.key] = None
        else:
            record[field.key] = field.codec.plain(found, full=full)
    return record


def _or_nothing(schema: dict[str, Any]) -> dict[str, Any]:
    """The same, or null: a key without a value is a key that is absent."""
    kinds = schema.get("type")
    if kinds is None:
        return {"anyOf": [schema, {"type": "null"}]}
    widened = schema | {"type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}
    if "enum" in schema:
        widened["enum"] = [*schema["enum"], None]
    return widened


def _said(example: Any) -> str:
    return str(example).lower() if isinstance(example, bool) else str(example)
