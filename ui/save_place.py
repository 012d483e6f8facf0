"""Asking where a file is to be written, and whether it may take the place of another."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6 import QtWidgets  # its dialogs are classes of their own that PySide makes when they are first named

from orgmodel.model import id_from_name
from ui.plain_text import message
from ui.translation import tr


class Place(NamedTuple):
    """Where a file is to be written, and as which of the kinds that were offered."""

    path: Path
    kind: str


def ask_place(window: QtWidgets.QWidget, title: str, suggested: Path, kinds: str, suffix: str) -> Place | None:
    """Where to write, with its suffix; None where somebody thinks better of it.

    The dialog asks about a file that is there under the name as it was typed, and only about that one.
    """
    typed, kind = QtWidgets.QFileDialog.getSaveFileName(window, title, str(suggested), kinds)
    window.activateWindow()  # where the question about a file closed with the dialog, the keyboard is with neither
    if not typed:
        return None
    path = _with_suffix(Path(typed), suffix)
    is_asked = path == Path(typed) or not path.exists()
    return Place(path, kind) if is_asked or _may_replace(window, path) else None


def suggested_place(model: Path | None, name: str, suffix: str, folder: Path) -> Path:
    """Beside the model, and called as it is; of an organisation without a file, in a folder under its own name."""
    return model.with_suffix(suffix) if model else folder / f"{id_from_name(name, set())}{suffix}"


def may_write_over(window: QtWidgets.QWidget, sentence: str, more: str) -> bool:
    """Ask about a file that is there; unless somebody says otherwise, it stays."""
    box = message(window, sentence, more)
    box.setIcon(QtWidgets.QMessageBox.Icon.Warning)
    buttons = QtWidgets.QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Cancel)
    box.button(buttons.Save).setText(tr("Write &over it"))
    box.setDefaultButton(buttons.Cancel)
    return box.exec() == buttons.Save


def is_same(path: Path, other: Path | None) -> bool:
    """Whether both lead to one file that is there."""
    try:
        return other is not None and path.samefile(other)
    except OSError:
        return False


def model_stays_said(path: Path) -> str:
    """Why nothing is exported where the model itself is."""
    return tr("“{file}” is the model itself and stays as it is: choose another name.", file=path.name)


def _may_replace(window: QtWidgets.QWidget, path: Path) -> bool:
    return may_write_over(
        window,
        tr("“{file}” is there already.", file=path.name),
        tr("Saving now writes over it. Cancel, then choose another name, keeps it."),
    )


def _with_suffix(path: Path, suffix: str) -> Path:
    return path if path.suffix else path.with_name(path.name + suffix)
