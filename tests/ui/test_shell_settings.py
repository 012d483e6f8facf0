"""What the app remembers comes back as it was, and what is broken in it is left out."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ui.settings import MOST_RECENT, Recent, Settings

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


def recent(number, **changes):
    return Recent(Path(f"/models/{number}.yaml"), f"Model {number}", NOW - timedelta(hours=number), **changes)


def test_everything_comes_back(tmp_path):
    place = tmp_path / "settings.ini"
    kept = Settings(place)
    kept.theme = "dark"
    kept.closed_docks = ("dock-inspector",)
    kept.dock_width = 400
    kept.folder = tmp_path
    kept.recents = (recent(1, errors=3, warnings=4), recent(2))
    kept.save()
    read = Settings(place)
    assert (read.theme, read.closed_docks, read.dock_width) == ("dark", ("dock-inspector",), 400)
    assert read.folder == tmp_path
    assert read.recents == (recent(1, errors=3, warnings=4), recent(2))


def test_nothing_is_set_at_first(settings):
    assert (settings.theme, settings.closed_docks, settings.dock_width) == ("system", (), None)
    assert (settings.recents, settings.geometry) == ((), None)


def test_ten_files_are_kept_and_a_file_opened_again_moves_to_the_front(settings):
    for number in range(MOST_RECENT + 3):
        settings.remember(recent(number))
    assert len(settings.recents) == MOST_RECENT
    oldest = settings.recents[-1]
    settings.remember(oldest)
    assert settings.recents[0] == oldest
    assert len(settings.recents) == MOST_RECENT
    settings.forget(oldest.path)
    assert oldest not in settings.recents


@pytest.mark.parametrize(
    "broken", ["[", "[1]", '[{"name": "x"}]', '[{"path": "a", "name": "b", "opened": "soon"}]', "7"]
)
def test_a_broken_list_of_files_is_no_list(tmp_path, broken):
    place = tmp_path / "settings.ini"
    from PySide6.QtCore import QSettings

    held = QSettings(str(place), QSettings.Format.IniFormat)
    held.setValue("recents", broken)
    held.setValue("theme", "purple")
    held.setValue("dock_width", "wide")
    held.sync()
    read = Settings(place)
    assert (read.recents, read.theme, read.dock_width) == ((), "system", None)


def test_the_place_can_be_named_by_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("ORGMODEL_SETTINGS", str(tmp_path / "elsewhere.ini"))
    kept = Settings()
    kept.theme = "light"
    kept.save()
    assert (tmp_path / "elsewhere.ini").is_file()
