"""The door of the desktop app: says in one sentence what is missing, else opens the window.

Nothing is imported here before it is known to be needed: Qt aborts the process where there is no display.
"""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

from orgmodel.cli.streams import complain
from ui.read_ahead import read_ahead
from ui.without_window import APT_LINE, WITHOUT_WINDOW


def start(words: Sequence[str]) -> int:
    """Open the app, with the files that are named; 2 where it cannot run, after one sentence on stderr."""
    # What is made from here to the first paint stays; looking through it for garbage costs a tenth of the start.
    gc.disable()
    refusal = refusal_of(words) or no_display(os.environ, sys.platform)
    paths = () if refusal else tuple(Path(word).absolute() for word in words)
    ahead = read_ahead(paths[0]) if paths else None
    refusal = refusal or broken_binding()
    if refusal:
        gc.enable()
        complain(refusal)
        return 2
    from ui.application import run

    return run(paths, ahead)


def refusal_of(words: Sequence[str]) -> str | None:
    """What is wrong with the words of the command line; None where each is a file that is there."""
    for word in words:
        if word.startswith("-"):
            return f"orgmodel: there is no option “{word}”; see “orgmodel --help”."
        if not os.path.exists(word):  # noqa: PTH110 (Path.exists raises where a name is too long)
            return f"orgmodel: there is neither a file nor a command “{word}”; see “orgmodel --help”."
    return None


def no_display(environment: Mapping[str, str], platform: str) -> str | None:
    """The sentence for a machine without a screen; other systems than Linux always have one."""
    if platform != "linux" or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return None
    return f"orgmodel: there is no display to open a window on. {WITHOUT_WINDOW}"


def broken_binding() -> str | None:
    """The sentence for a Qt that cannot be used here: not installed, known to crash, or without a system library."""
    plain_import = builtins.__import__
    try:
        binding = import_module("PySide6")
        if crashes_here(binding.__version__, sys.version_info[:2]):
            return (
                "orgmodel: PySide6 6.12.0 crashes under Python before 3.12; "
                "install another with “pip install 'PySide6-Essentials!=6.12.0'”."
            )
        import_module("PySide6.QtWidgets")
        # PySide reads the source of every module that is imported after it, for a dialect that we do not write.
        builtins.__import__ = plain_import
    except ImportError as missing:
        return missing_library(str(missing))
    return None


def crashes_here(binding: str, python: tuple[int, int]) -> bool:
    """Whether this PySide6 drops a reference to None on every void call, which kills a Python where None can die."""
    return binding == "6.12.0" and python < (3, 12)


def missing_library(failure: str) -> str:
    """The sentence for an import of Qt that failed: the package to install, or the system's libraries."""
    if ".so" not in failure:
        return (
            "orgmodel: the desktop app is not installed; add it with “pip install 'orgmodel[desktop]'”. "
            f"{WITHOUT_WINDOW}"
        )
    library = failure.split(":", 1)[0]
    return f"orgmodel: the system library {library} is missing; on Debian or Ubuntu install it with “{APT_LINE}”."
