"""Layers and services in place, from the line of their group: renamed, added, moved, taken away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect

from orgmodel.commands import AddService, ChangeField, Command, RemoveService
from orgmodel.commands.services import MoveService
from orgmodel.commands.stack import AddArea, AddLayer, MoveArea, MoveLayer, RemoveArea, RemoveLayer
from orgmodel.model import Area, AreaId, Layer, LayerId, Service, ServiceId, Subject, id_from_name, subject
from ui.field_in_place import FieldInPlace
from ui.matrix.columns import FROZEN_WIDTH, MARK_WIDTH, NAME_COLUMN
from ui.matrix.grouping import GroupKey
from ui.matrix.layout import HEADER_HEIGHT, LINE_HEIGHT
from ui.matrix.navigation import Place
from ui.matrix.view import MatrixView
from ui.session import Session
from ui.translation import tr


class GroupEdits:
    """Of the group in hand, else of the group of the row in hand."""

    def __init__(self, session: Session, view: MatrixView) -> None:
        self._session, self._view = session, view

    def key(self) -> GroupKey | None:
        """What the group in hand is of."""
        group, row = self._view.group_in_hand(), self._view.row_in_hand()
        if group:
            return group.key
        if row is None:
            return None
        by_area = self._view.state.shape.grouping == "area"
        return GroupKey(area=row.area, by="area") if by_area else GroupKey(row.service, row.layer)

    def rename(self) -> None:
        """Ask for another name of the layer, or of the area where the rows are grouped by that."""
        key = self.key()
        organization = self._session.organization
        if key and key.layer in organization.layer_by_id:
            layer = organization.layer_by_id[LayerId(str(key.layer))]
            self._ask_name(layer.subject, layer.name)
        elif key and key.area in organization.area_by_id:
            area = organization.area_by_id[AreaId(str(key.area))]
            self._ask_name(area.subject, area.name)
        else:
            self.rename_service()

    def rename_service(self) -> None:
        key = self.key()
        service = self._session.organization.service_by_id.get(key.service) if key and key.service else None
        if service:
            self._ask_name(service.subject, service.name)

    def _ask_name(self, named: Subject, name: str) -> None:
        title = tr("Another name for {name}", name=name)
        self._field(title, name, lambda text: self._session.execute(ChangeField(named, "name", text)))

    def add_layer(self) -> None:
        """Ask for the name of a layer that will stand below the one in hand."""
        key = self.key()
        layers = self._session.organization.layers
        at = next((place + 1 for place, layer in enumerate(layers) if key and layer.id == key.layer), None)

        def add(name: str) -> None:
            layer = Layer(LayerId(id_from_name(name, {each.id for each in layers})), name)
            if self._session.execute(AddLayer(layer, at)):
                home = next(
                    (group.key for group in self._view.state.layout.groups if group.key.layer == layer.id), None
                )
                if home:
                    self._view.go(Place(self._view.state.layout.line_of_group[home], NAME_COLUMN))

        self._field(tr("Name of the new layer"), "", add)

    def add_area(self) -> None:
        """Ask for the name of an area: it can be given to rows from then on."""

        def add(name: str) -> None:
            taken: set[str] = set(self._session.organization.area_by_id)
            self._session.execute(AddArea(Area(AreaId(id_from_name(name, taken)), name)))

        self._field(tr("Name of the new area"), "", add)

    def add_service(self) -> None:
        """Ask for the name of a service without rows, which will stand below the one in hand."""
        key = self.key()
        services = self._session.organization.services
        at = next((place + 1 for place, service in enumerate(services) if key and service.id == key.service), None)

        def add(name: str) -> None:
            service = Service(ServiceId(id_from_name(name, {each.id for each in services})), name)
            if self._session.execute(AddService(service, at=at)):
                line = self._view.state.layout.line_of_group.get(GroupKey(service.id))
                if line is not None:
                    self._view.go(Place(line, NAME_COLUMN))

        self._field(tr("Name of the new service"), "", add)

    def remove(self) -> None:
        """Take the layer or area away: its rows stay, in none; a group without either is that of a service."""
        key = self.key()
        if key and key.layer:
            self._session.execute(RemoveLayer(key.layer))
        elif key and key.area:
            self._session.execute(RemoveArea(key.area))
        else:
            self.remove_service()

    def remove_service(self) -> None:
        """Take the service away, with its rows; Undo brings both back."""
        key = self.key()
        if key and key.service:
            self._session.execute(RemoveService(key.service))

    def step(self, by: int) -> None:
        """The layer or area one place up or down, in every service."""
        key, organization = self.key(), self._session.organization
        command: Command | None = None
        if key and key.layer:
            at = [layer.id for layer in organization.layers].index(key.layer) + by
            command = MoveLayer(key.layer, at) if 0 <= at < len(organization.layers) else None
        elif key and key.area:
            at = [area.id for area in organization.areas].index(key.area) + by
            command = MoveArea(key.area, at) if 0 <= at < len(organization.areas) else None
        self._execute_move(command)

    def step_service(self, by: int) -> None:
        """The service with all its groups one place up or down."""
        key, services = self.key(), self._session.organization.services
        if key and key.service:
            at = [service.id for service in services].index(key.service) + by
            self._execute_move(MoveService(key.service, at) if 0 <= at < len(services) else None)

    def select_service(self) -> None:
        """Show the service of the group in the Inspector."""
        key = self.key()
        if key and key.service:
            self._session.select(subject("service", key.service))
            self._view.opened.emit()

    def _execute_move(self, command: Command | None) -> None:
        if command and self._session.execute(command):
            place = self._view.hand.place(self._view.state)
            if place:
                self._view.reveal(place)

    def _field(self, title: str, text: str, done: Callable[[str], object]) -> None:
        view = self._view
        place = view.hand.place(view.state)
        if place and view.shown_hand()[0] is not None:
            view.reveal(place)
        top = view.state.layout.line_y(view.port, place.line) if place else HEADER_HEIGHT
        top = max(HEADER_HEIGHT, min(top, view.port.height - LINE_HEIGHT))
        where = view.on_screen(QRect(MARK_WIDTH - 4, top, FROZEN_WIDTH - MARK_WIDTH + 3, LINE_HEIGHT))
        FieldInPlace(title, text, done, view.viewport()).open_at(where)
