"""What the app remembers between two runs: theme, window, docks and recent files."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal, get_args

from PySide6.QtCore import QByteArray, QSettings

from orgmodel.model.value import value

ThemeChoice = Literal["system", "light", "dark", "contrast"]
TextSize = Literal[100, 125, 150, 175, 200]
"""Percent of what the system asks for; everything grows with the text."""
MOST_RECENT: Final = 10
MOST_EXPORTS: Final = 50
PLACE_VARIABLE: Final = "ORGMODEL_SETTINGS"
"""Names a file that holds the settings, instead of the system's place for them."""


@value
class Recent:
    """A file that was open; `errors` and `warnings` as last known, None where no analysis was through."""

    path: Path
    name: str
    opened: datetime
    errors: int | None = None
    warnings: int | None = None


class Settings:
    """A thin layer of names and types over QSettings."""

    def __init__(self, place: Path | None = None) -> None:
        named = os.environ.get(PLACE_VARIABLE)
        file = place or (Path(named) if named else None)
        self._held = (
            QSettings(str(file), QSettings.Format.IniFormat)
            if file
            else QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "orgmodel", "orgmodel")
        )

    @property
    def theme(self) -> ThemeChoice:
        held = self._held.value("theme")
        return next((choice for choice in get_args(ThemeChoice) if choice == held), "system")

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._held.setValue("theme", choice)

    @property
    def text_size(self) -> TextSize:
        held = str(self._held.value("text_size") or "")
        return next((size for size in get_args(TextSize) if str(size) == held), 100)

    @text_size.setter
    def text_size(self, percent: TextSize) -> None:
        self._held.setValue("text_size", percent)

    @property
    def geometry(self) -> QByteArray | None:
        held = self._held.value("geometry")
        return held if isinstance(held, QByteArray) else None

    @geometry.setter
    def geometry(self, held: QByteArray | None) -> None:
        self._held.setValue("geometry", held)

    @property
    def closed_docks(self) -> tuple[str, ...]:
        return tuple(str(self._held.value("closed_docks") or "").split())

    @closed_docks.setter
    def closed_docks(self, docks: tuple[str, ...]) -> None:
        self._held.setValue("closed_docks", " ".join(docks))

    @property
    def dock_width(self) -> int | None:
        held = str(self._held.value("dock_width") or "")
        return int(held) if held.isdecimal() else None

    @dock_width.setter
    def dock_width(self, pixels: int | None) -> None:
        self._held.setValue("dock_width", pixels)

    @property
    def dock_heights(self) -> tuple[int, ...] | None:
        """How the docks shared the height of their column last; only the proportions matter."""
        held = str(self._held.value("dock_heights") or "").split()
        return tuple(map(int, held)) if held and all(each.isdecimal() for each in held) else None

    @dock_heights.setter
    def dock_heights(self, heights: tuple[int, ...] | None) -> None:
        self._held.setValue("dock_heights", " ".join(map(str, heights or ())))

    @property
    def lens(self) -> str:
        """The action that shows the lens that was shown last."""
        return str(self._held.value("lens") or "")

    @lens.setter
    def lens(self, action: str) -> None:
        self._held.setValue("lens", action)

    @property
    def findings_view(self) -> str:
        """Under which headings findings are listed."""
        return str(self._held.value("findings_view") or "")

    @findings_view.setter
    def findings_view(self, words: str) -> None:
        self._held.setValue("findings_view", words)

    @property
    def inspector_folds(self) -> tuple[str, ...]:
        """The sections of the Inspector that are not as they are in the beginning."""
        return tuple(str(self._held.value("inspector_folds") or "").splitlines())

    @inspector_folds.setter
    def inspector_folds(self, sections: tuple[str, ...]) -> None:
        self._held.setValue("inspector_folds", "\n".join(sections))

    @property
    def folder(self) -> Path:
        """Where the last file was opened or saved."""
        held = Path(str(self._held.value("folder") or Path.home()))
        return held if held.is_dir() else Path.home()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._held.setValue("folder", str(folder))

    @property
    def recents(self) -> tuple[Recent, ...]:
        """The files last open, the newest first; what cannot be read is left out."""
        import json

        try:
            kept = json.loads(str(self._held.value("recents") or "[]"))
            return tuple(_recent(entry) for entry in kept)
        except (ValueError, TypeError, KeyError, AttributeError):
            return ()

    @recents.setter
    def recents(self, recents: tuple[Recent, ...]) -> None:
        import json

        kept = [
            {
                "path": str(recent.path),
                "name": recent.name,
                "opened": recent.opened.isoformat(timespec="minutes"),
                "errors": recent.errors,
                "warnings": recent.warnings,
            }
            for recent in recents[:MOST_RECENT]
        ]
        self._held.setValue("recents", json.dumps(kept))

    def export_choices(self, path: Path) -> dict[str, Any]:
        """What was last wanted of the PDF of a file, as it was kept; nothing where it cannot be read."""
        return dict(self._kept_exports()).get(str(path), {})

    def keep_export_choices(self, path: Path, choices: dict[str, Any]) -> None:
        """Keep what is wanted of the PDF of a file; of many files that of the one longest ago is dropped."""
        import json

        others = [(other, kept) for other, kept in self._kept_exports() if other != str(path)]
        self._held.setValue("exports", json.dumps([(str(path), choices), *others][:MOST_EXPORTS]))

    def _kept_exports(self) -> list[tuple[str, dict[str, Any]]]:
        import json

        try:
            kept = json.loads(str(self._held.value("exports") or "[]"))
            return [(str(path), choices) for path, choices in kept if isinstance(choices, dict)]
        except (ValueError, TypeError):
            return []

    def remember(self, recent: Recent) -> None:
        """Put a file first among the recent ones; the oldest of more than ten drops out."""
        self.recents = (recent, *(other for other in self.recents if other.path != recent.path))

    def forget(self, path: Path) -> None:
        self.recents = tuple(other for other in self.recents if other.path != path)

    def save(self) -> None:
        self._held.sync()


def _recent(entry: dict[str, object]) -> Recent:
    errors, warnings = entry.get("errors"), entry.get("warnings")
    return Recent(
        Path(str(entry["path"])),
        str(entry["name"]),
        datetime.fromisoformat(str(entry["opened"])),
        errors if isinstance(errors, int) else None,
        warnings if isinstance(warnings, int) else None,
    )
