"""Set up and run orgmodel with nothing but Python: `python3 run.py` opens the sample, `python3 run.py test` tests it.

Everything goes into `.venv` beside this file, at the versions and hashes of `requirements/`. Any other words are handed
to the `orgmodel` command: `python3 run.py check sample_orgs/ruby_web.yaml`.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
MARK = "made-by-run.py"
"""The file in it by which it is known as ours."""
SAMPLE = Path("sample_orgs", "ruby_web.yaml")
CHART = Path("out", "ruby_web.pdf")
OLDEST_PYTHON = (3, 11)

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("pytest", "-n", "auto", "--dist", "worksteal"),
)
"""What the tests are, in order; the first that fails ends them."""

# What Qt opens at run time and the Debian packages that hold it: the first six for any window, the others under X11.
OFFSCREEN_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def main(words: list[str]) -> int:
    if sys.version_info < OLDEST_PYTHON:
        return give_up(f"orgmodel needs Python 3.11 or newer; this is {platform.python_version()}.")
    os.chdir(str(ROOT))
    testing = words == ["test"]
    if not ready("test" if testing else "run"):
        set_up("test" if testing else "run")
    if testing:
        return run_tests()
    if words:
        return hand_over("-m", "orgmodel.cli", *words)
    return open_sample()


def open_sample() -> int:
    """Open the sample in a window; with no display print what is found in it and write its chart instead."""
    if has_display():
        need_libraries(OFFSCREEN_LIBRARIES | X11_LIBRARIES)
        return hand_over("-m", "ui", str(SAMPLE))
    say("There is no display, so the sample is checked and charted here instead of in a window.")
    CHART.parent.mkdir(exist_ok=True)
    checked = subprocess.call([python(), "-m", "orgmodel.cli", "check", str(SAMPLE)])
    charted = subprocess.call([python(), "-m", "orgmodel.cli", "export", str(SAMPLE), "-o", str(CHART)])
    if charted == 0:
        say(f"The chart is in {CHART}.")
    return max(checked, charted)


def run_tests() -> int:
    need_libraries(OFFSCREEN_LIBRARIES)
    for check in CHECKS:
        say("$ " + " ".join(check))
        code = subprocess.call([python(), "-m", *check])
        if code:
            return code
    return 0


def ready(what: str) -> bool:
    """Whether the environment holds what `requirements/WHAT.lock` says now, or the larger set of the tests does."""
    marks = {ENVIRONMENT / f"{name}.ready": name for name in {what, "test"}}
    return Path(python()).exists() and any(
        mark.exists() and mark.read_text(encoding="ascii") == fingerprint(name) for mark, name in marks.items()
    )


def fingerprint(what: str) -> str:
    """Changes with the locked versions, the Python they were installed for and the place they were installed in."""
    known = (lock_file(what).read_bytes(), platform.python_version().encode(), str(ROOT).encode())
    return hashlib.sha256(b"\0".join(known)).hexdigest()


def set_up(what: str) -> None:
    if not may_be_cleared(ENVIRONMENT):
        sentence = f"{ENVIRONMENT} was not made by this script, which would clear it"
        raise SystemExit(give_up(f"{sentence}: move it away or rename it, then try again."))
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        install_packages(["python3-venv"], "Python's venv module")
    say(f"Setting up {ENVIRONMENT.name} (once; about 100 MB are fetched) …")
    if ENVIRONMENT.exists():
        shutil.rmtree(ENVIRONMENT)
    ENVIRONMENT.mkdir()
    (ENVIRONMENT / MARK).touch()  # before anything else: what is interrupted from here on is known as ours
    venv.create(str(ENVIRONMENT), with_pip=True, symlinks=os.name != "nt")
    pip = [python(), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    fetch = [*pip, "--only-binary", ":all:", "--require-hashes", "--requirement", str(lock_file(what))]
    itself = [*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    for step in (fetch, itself):
        if subprocess.call(step):
            raise SystemExit(give_up("The packages could not be installed; see pip's message above, then try again."))
    (ENVIRONMENT / f"{what}.ready").write_text(fingerprint(what), encoding="ascii")


def may_be_cleared(place: Path) -> bool:
    """Whether there is nothing at a place, or an environment that this script made there."""
    if place.is_symlink() or not place.is_dir():
        return not os.path.lexists(place)
    return not any(place.iterdir()) or any((place / name).exists() for name in (MARK, "run.ready", "test.ready"))


def need_libraries(libraries: dict[str, str]) -> None:
    """Install the system libraries that Qt opens at run time and this machine lacks; elsewhere than Linux none do."""
    if sys.platform.startswith("linux"):
        missing = [package for name, package in libraries.items() if not is_library_there(name)]
        if missing:
            install_packages(missing, "system libraries that Qt needs")


def is_library_there(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install_packages(packages: list[str], what: str) -> None:
    """Install Debian packages where that may be done without asking; else end with the exact line to type."""
    line = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        raise SystemExit(give_up(f"This machine lacks {what}; install what your system calls: {' '.join(packages)}"))
    if os.geteuid() != 0:
        raise SystemExit(give_up(f"This machine lacks {what}; type this, then try again:\n  sudo {' '.join(line)}"))
    say(f"Installing {what}: {' '.join(packages)} …")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    done = subprocess.run([*line, "-qq"], env=quiet, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.stderr.write(done.stderr)
        raise SystemExit(give_up(f"This machine lacks {what}; type this, then try again:\n  {' '.join(line)}"))


def has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def lock_file(what: str) -> Path:
    return ROOT / "requirements" / f"{what}.lock"


def python() -> str:
    return str(ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def hand_over(*words: str) -> int:
    """Become the program where the system can; else wait for it and return its exit code."""
    if os.name == "nt":
        return subprocess.call([python(), *words])
    return os.execv(python(), [python(), *words])


def say(sentence: str) -> None:
    print(sentence, flush=True)


def give_up(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
