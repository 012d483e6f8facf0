"""From the Export menu: a picture of the chart that the lens in front shows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog


@pytest.fixture
def written(qtbot, opened, tmp_path, monkeypatch):
    """What an export of a kind writes."""

    def export(kind):
        target = tmp_path / f"front.{kind}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        with qtbot.waitSignal(opened.files.exporter.written, timeout=30_000):
            opened.actions_by_id[f"export-{kind}"].trigger()
        return target.read_bytes()

    return export


@pytest.mark.parametrize(
    ("lens", "chart"),
    [
        ("lens-matrix", "Responsibility matrix"),
        ("lens-teams", "Organisation layout"),
        ("lens-chain", "Support chain"),
        ("lens-oncall", "Support chain"),
    ],
)
def test_a_picture_shows_the_chart_in_front(opened, written, lens, chart):
    opened.files.session.lens = lens
    assert f'<title id="title">Ruby Web Application: {chart}</title>' in written("svg").decode()


def test_a_picture_can_be_a_png(written):
    assert written("png").startswith(b"\x89PNG")
