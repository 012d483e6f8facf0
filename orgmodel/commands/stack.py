"""Edits of the layers and areas: add, put elsewhere, remove. A file that spells out none has those of the reference.

The first edit makes them the organisation's own, and the file spells them out from then on. A name or a layer's kind is
`ChangeField`.
"""

from __future__ import annotations

from orgmodel.commands import references as names
from orgmodel.commands.relations import check_new
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import Area, AreaId, Escalation, Layer, LayerId, Organization
from orgmodel.model.value import changed, value
from orgmodel.sentences import few


@value
class AddLayer:
    """One more layer, before the place `at` (from 0, the top of the stack) or at the bottom."""

    layer: Layer
    at: int | None = None

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Add layer {self.layer.name}"

    def apply(self, document: Document) -> Document:
        organization, layer = document.organization, self.layer
        names.check_new_id(layer.id, organization.layer_by_id, "layer")
        names.check_name(layer.name, "layer")
        check_new(organization, layer)
        layers = names.placed(organization.layers, layer, self.at)
        return document.with_organization(organization.copy_with(layers=layers))


@value
class MoveLayer:
    """Put a layer at another place of the stack, from 0 at the top."""

    layer: LayerId
    at: int

    def label(self, document: Document) -> str:
        return f"Move layer {_layer_name(document, self.layer)}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        layer = _layer(organization, self.layer)
        layers = names.moved(organization.layers, layer, self.at)
        return document.with_organization(organization.copy_with(layers=layers))


@value
class RemoveLayer:
    """Take a layer away; its rows and the escalations for it go to the layer `into`.

    Without one its rows are in no layer, and escalations that are for it alone go.
    """

    layer: LayerId
    into: LayerId | None = None

    def label(self, document: Document) -> str:
        name = f"Remove layer {_layer_name(document, self.layer)}"
        rows = sum(row.layer == self.layer for row in document.organization.responsibilities)
        if self.into is None or not rows:
            return name
        return f"{name} and move {few(rows, 'row')} to {_layer_name(document, self.into)}"

    def apply(self, document: Document) -> Document:
        organization, into = document.organization, self.into
        layer = _layer(organization, self.layer)
        if into is not None:
            _layer(organization, into)
        if into == layer.id:
            raise CommandRefused(f"{layer.name} cannot take its own rows: choose another layer.")

        escalations = _without_layer(organization.escalations, layer.id, into)
        rows = names.mapped(
            organization.responsibilities, lambda row: changed(row, layer=into) if row.layer == layer.id else row
        )
        after = document.with_organization(
            organization.copy_with(
                layers=names.kept(organization.layers, lambda other: other is not layer),
                responsibilities=rows,
                escalations=escalations,
            )
        )
        if into is not None:
            after = names.with_subjects_renamed(after, {layer.subject: _layer(organization, into).subject})
        lost = {each.subject for each in organization.escalations} - {each.subject for each in escalations}
        return names.without_subjects(after, frozenset({layer.subject, *lost}))


def _without_layer(escalations: tuple[Escalation, ...], layer: LayerId, into: LayerId | None) -> tuple[Escalation, ...]:
    """Those that were for the layer are for `into`, and gone where they were for it alone; the same where none was."""

    def without(escalation: Escalation) -> Escalation | None:
        if layer not in escalation.layers:
            return escalation
        layers = tuple(dict.fromkeys(into if each == layer else each for each in escalation.layers))
        left = tuple(each for each in layers if each is not None)
        return changed(escalation, layers=left) if left else None

    after = tuple(without(each) for each in escalations)
    if all(one is other for one, other in zip(after, escalations, strict=True)):
        return escalations
    return tuple(dict.fromkeys(each for each in after if each is not None))


@value
class AddArea:
    """One more area, before the place `at` (from 0) or at the end."""

    area: Area
    at: int | None = None

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Add area {self.area.name}"

    def apply(self, document: Document) -> Document:
        organization, area = document.organization, self.area
        names.check_new_id(area.id, organization.area_by_id, "area")
        names.check_name(area.name, "area")
        check_new(organization, area)
        return document.with_organization(organization.copy_with(areas=names.placed(organization.areas, area, self.at)))


@value
class MoveArea:
    """Put an area at another place among the areas, from 0."""

    area: AreaId
    at: int

    def label(self, document: Document) -> str:
        return f"Move area {_area_name(document, self.area)}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        area = _area(organization, self.area)
        return document.with_organization(organization.copy_with(areas=names.moved(organization.areas, area, self.at)))


@value
class RemoveArea:
    """Take an area away; its rows go to the area `into`, without one they are in no area."""

    area: AreaId
    into: AreaId | None = None

    def label(self, document: Document) -> str:
        name = f"Remove area {_area_name(document, self.area)}"
        rows = sum(row.area == self.area for row in document.organization.responsibilities)
        if self.into is None or not rows:
            return name
        return f"{name} and move {few(rows, 'row')} to {_area_name(document, self.into)}"

    def apply(self, document: Document) -> Document:
        organization, into = document.organization, self.into
        area = _area(organization, self.area)
        renamed = {area.subject: _area(organization, into).subject} if into is not None else {}
        if into == area.id:
            raise CommandRefused(f"{area.name} cannot take its own rows: choose another area.")
        rows = names.mapped(
            organization.responsibilities, lambda row: changed(row, area=into) if row.area == area.id else row
        )
        areas = names.kept(organization.areas, lambda other: other is not area)
        after = document.with_organization(organization.copy_with(areas=areas, responsibilities=rows))
        return names.without_subjects(names.with_subjects_renamed(after, renamed), frozenset({area.subject}))


def _layer(organization: Organization, layer: LayerId) -> Layer:
    names.check_layers(organization, [layer])
    return organization.layer_by_id[layer]


def _area(organization: Organization, area: AreaId) -> Area:
    names.check_areas(organization, [area])
    return organization.area_by_id[area]


def _layer_name(document: Document, layer: LayerId) -> str:
    found = document.organization.layer_by_id.get(layer)
    return found.title if found else layer


def _area_name(document: Document, area: AreaId) -> str:
    found = document.organization.area_by_id.get(area)
    return found.name if found else area
