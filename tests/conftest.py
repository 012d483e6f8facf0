"""Fixtures for everybody. Qt draws on no screen, unless QT_QPA_PLATFORM asks for one.

Laws try the same examples in every run, and others in each run where ORGMODEL_ANEW is set.
"""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as law

from orgmodel.document import Document
from orgmodel.model import Organization, Raci, Responsibility, RowId, Team, TeamId

# Laws say nothing about time: a machine that does other things meanwhile must not break them.
law.register_profile("timeless", deadline=None, suppress_health_check=[HealthCheck.too_slow])
law.register_profile("repeatable", law.get_profile("timeless"), derandomize=True)
law.load_profile("timeless" if "ORGMODEL_ANEW" in os.environ else "repeatable")

WHOLE_EVERY = 20
"""Tests with widgets between two collections of what is old too."""


@pytest.fixture(autouse=True)
def _garbage_goes_between_tests(request):
    """As between two events in the app: a collection must not end widgets while Qt walks through all of them."""
    drawn = "qapp" in request.fixturenames
    if drawn:
        gc.disable()
    else:
        gc.enable()
    yield
    gc.disable()
    if drawn:
        gc.collect(2 if gc.get_count()[2] >= WHOLE_EVERY else 1)


@pytest.fixture
def small_document():
    """Two teams and three rows, the last with nobody."""
    return Document(
        Organization(
            name="Small",
            teams=(
                Team(TeamId("app"), "App Team", "application", headcount=6),
                Team(TeamId("sre"), "App SRE", "application-sre", headcount=8),
            ),
            responsibilities=(
                Responsibility(RowId("code"), "Code", layer="application", raci=Raci({"app": "A", "sre": "C"})),
                Responsibility(RowId("database"), "Database", layer="environment", raci=Raci({"sre": "A"})),
                Responsibility(RowId("release"), "Release Process", layer="environment"),
            ),
        )
    )


@pytest.fixture
def settings(tmp_path):
    """The app's settings in a file of their own."""
    from ui.settings import Settings

    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def appearance(qapp, settings):
    """The application in the bundled type, Fusion and our light theme."""
    from shiboken6 import delete

    from ui.appearance import Appearance

    settings.theme = "light"
    made = Appearance(qapp, settings)
    yield made
    delete(made)
    qapp.styleHints().unsetColorScheme()


@pytest.fixture
def session(qapp, small_document):
    """An open document that was never saved."""
    from ui.session import Session

    return Session(small_document)


@pytest.fixture
def window(qtbot, appearance, settings):
    """The main window, shown on its start screen; its threads end with the test."""
    from PySide6.QtCore import Qt

    from ui.main_window import MainWindow

    def forget_changes(made):
        # Or the end of a failed test would ask whether to save, and wait for an answer.
        for document in made.files.documents:
            document.session.mark_untouched()

    made = MainWindow(settings, appearance)
    made.setWindowState(Qt.WindowState.WindowNoState)  # the screen that is none has no room for docks beside a lens
    made.resize(1280, 800)
    qtbot.addWidget(made, before_close_func=forget_changes)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.shut_down()


@pytest.fixture
def sample():
    """The reference sample as a path."""
    return Path(__file__).parents[1] / "sample_orgs" / "ruby_web.yaml"
