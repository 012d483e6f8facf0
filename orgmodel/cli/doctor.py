"""`orgmodel doctor`: what is installed, for a report of a fault; reads package metadata only."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from orgmodel import __version__

PACKAGES = ("networkx", "openpyxl", "pypdfium2", "PyYAML", "reportlab", "PySide6-Essentials", "tzdata")
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(_: argparse.Namespace) -> int:
    lines = [
        ("orgmodel", __version__),
        ("Python", platform.python_version()),
        ("system", platform.platform()),
        ("encoding", sys.stdout.encoding),
        *((package, _version(package)) for package in PACKAGES),
        *((name, os.environ.get(name, "not set")) for name in DISPLAYS),
    ]
    width = max(len(name) for name, _ in lines)
    for name, found in lines:
        print(f"{name:{width}}  {found}")
    return 0


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
