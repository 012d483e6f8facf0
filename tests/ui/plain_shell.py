"""A plain lens in the place of the real ones, and the window around it."""

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from orgmodel.commands import AssignTeam
from orgmodel.findings import Details, Finding, Report, Source
from ui.analysis_runner import AnalysisRunner
from ui.lens import LensTable
from ui.main_window import MainWindow
from ui.pane import PanePlace

ROW_HEIGHT = 20


class PlainLens(QWidget):
    """Notes what the window asks of a lens; it shows a line for each row."""

    name = "Plain"
    key_hint = "A R C I to set"
    repeated_head = 0.0
    column_edges = ()
    opened = Signal()
    key_hint_changed = Signal()

    def __init__(self, session, theme):
        super().__init__()
        self.session, self.theme, self.shown, self.asked = session, theme, [], []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Plain lens")
        self.tools = QPushButton("Tool", self)
        self.addAction(QAction("Do &something", self, shortcut="Ctrl+D"))

    def apply_theme(self, theme):
        self.theme = theme

    def show_subject(self, subject):
        self.shown.append(subject)
        self.session.select(subject)

    def reveal(self, subjects):
        self.shown.append(next(iter(subjects)))
        return True

    def find(self):
        self.asked.append("find")

    def zoom(self, step):
        self.asked.append(step)

    def extent(self):
        return QSizeF(400, ROW_HEIGHT * len(self.session.organization.responsibilities))

    def draw(self, painter, theme):
        for place, row in enumerate(self.session.organization.responsibilities):
            box = QRectF(0, place * ROW_HEIGHT, 400, ROW_HEIGHT)
            painter.fillRect(box, QColor(theme.paper))
            painter.setPen(QColor(theme.ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, row.name)

    def table(self):
        rows = self.session.organization.responsibilities
        return LensTable(
            ("Row", "Layer", "Owner"), tuple((row.subject, (row.name, row.layer or "", "")) for row in rows)
        )


class OtherLens(PlainLens):
    name = "Other"


LENSES = (
    PanePlace("lens-matrix", "Matrix", "layout-grid", __name__, "PlainLens"),
    PanePlace("lens-chain", "Chain", "waypoints", __name__, "OtherLens"),
)


def found(code, *subjects):
    return Finding(
        code, code, "error", f"{code} of {subjects[0]}.", subjects, Source("S12", "Trackplus"), Details("Assign it.")
    )


def nobody(document, today):
    """An analysis of one rule."""
    rows = document.organization.responsibilities
    findings = tuple(found("GAP001", row.subject) for row in rows if not row.raci.accountable and not row.raci.doers)
    return Report(findings, (), (), (), today)


def show_shell(qtbot, appearance, settings, analyse=nobody):
    """The window with plain lenses, shown and settled; `shut_down` ends its threads."""
    made = MainWindow(settings, appearance, lenses=LENSES, runner=AnalysisRunner(analyse))
    made.setWindowState(Qt.WindowState.WindowNoState)  # the screen that is none has no room for docks beside a lens
    made.resize(1280, 800)
    qtbot.addWidget(made, before_close_func=forget_changes)
    make_room(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made._settled)
    return made


def edit(shell, letters="R"):
    """Give a team of the reference another letter."""
    assert shell.files.session.execute(AssignTeam("database", "frontline", letters))


def make_room(window):
    """The docks need some, on however small a screen."""
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1280, 800)


def forget_changes(window):
    """Or the end of a failed test would ask whether to save, and wait for an answer."""
    for document in window.files.documents:
        document.session.mark_untouched()


def answer(*buttons):
    """Press a button of the next message box, and one of each that comes after it."""

    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox), box
        if buttons[1:]:
            answer(*buttons[1:])
        box.button(buttons[0]).click()

    QTimer.singleShot(0, press)


def names(shell):
    """What stands in the tabs."""
    return [shell.tabs.tabText(place) for place in range(shell.tabs.count())]
