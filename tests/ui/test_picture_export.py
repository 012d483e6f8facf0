"""From the Export menu: a picture of the chart that the lens in front shows."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog


@pytest.fixture
def written(qtbot, opened, tmp_path, monkeypatch):
    """What an export of a kind writes, where the dialog has that type of its offers in hand."""

    def export(kind, offer=0):
        target = tmp_path / f"front.{kind}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *said: (str(target), said[3].split(";;")[offer]))
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


def test_a_png_is_as_large_as_its_type_in_the_dialog_says(written):
    plain, double, four = (QImage.fromData(written("png", offer)).width() for offer in range(3))
    assert (plain, double, four) == (plain, pytest.approx(2 * plain, abs=2), pytest.approx(4 * plain, abs=4))


def test_the_model_is_not_written_over_by_an_export(qtbot, opened, monkeypatch):
    path, said = opened.files.front.path, []
    before = path.read_bytes()
    opened.files.said.connect(said.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    opened.actions_by_id["export-json"].trigger()
    assert "is the model itself" in said[-1]
    assert path.read_bytes() == before
