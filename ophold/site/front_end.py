"""Copies the front-end parts from node_modules into build/assets: `python -m ophold.site.front_end`.

Run at set-up, after `npm ci`; does nothing when nothing has changed. Only what the style sheet names is copied, in the
same relative places, so that hashed static files keep finding each other.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DKFDS_SPRITE = "img/all-svg-icons.svg"
LETTER_FACES = ("Regular", "Italic", "SemiBold", "SemiBoldItalic", "Bold", "BoldItalic")
FALLBACK_FACES = ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique", "DejaVuSans-BoldOblique")

_URL = re.compile(r"url\(\"?([^)\"]+)\"?\)")
_WEB_FONT = re.compile(r"src:[^;}]*?(url\([^)]+\.woff2\) format\(\"woff2\"\))[^;}]*")


class FrontEndMissing(Exception):
    """Something that npm should have fetched is not there."""


def style_sheet(text: str) -> str:
    """The style sheet with woff2 alone for each font face.

    dkfds lists an .eot file first for the regular face; browsers fetch it, cannot read it and say so in the console.
    """
    return _WEB_FONT.sub(r"src:\1", text)


def files(node_modules: Path) -> dict[str, Path]:
    """Every file to copy as it is: its place below build/assets and where it comes from."""
    dkfds = node_modules / "dkfds" / "dist"
    letters = dkfds / "fonts" / "IBMPlexSans" / "complete" / "ttf"
    dejavu = node_modules / "dejavu-fonts-ttf"
    emoji = node_modules / "@expo-google-fonts" / "noto-emoji"
    named = _URL.findall(style_sheet((dkfds / "css" / "dkfds.min.css").read_text(encoding="utf-8")))
    plain = [name.removeprefix("../").partition("#")[0].partition("?")[0] for name in named]
    plain += [DKFDS_SPRITE, "css/dkfds.min.css.map", "js/dkfds.min.js", "js/dkfds.min.js.map", "LICENSE.md"]
    return {
        **{f"dkfds/{name}": dkfds / name for name in plain},
        "dkfds/fonts/IBMPlexSans/license.txt": letters / "license.txt",
        "htmx/htmx.min.js": node_modules / "htmx.org" / "dist" / "htmx.min.js",
        "htmx/LICENSE": node_modules / "htmx.org" / "LICENSE",
        **{f"fonts/IBMPlexSans-{face}.ttf": letters / f"IBMPlexSans-{face}.ttf" for face in LETTER_FACES},
        "fonts/IBMPlexSans-license.txt": letters / "license.txt",
        **{f"fonts/{face}.ttf": dejavu / "ttf" / f"{face}.ttf" for face in FALLBACK_FACES},
        "fonts/DejaVu-LICENSE.txt": dejavu / "LICENSE",
        "fonts/NotoEmoji-Regular.ttf": emoji / "400Regular" / "NotoEmoji_400Regular.ttf",
        "fonts/NotoEmoji-LICENSE.txt": emoji / "LICENSE_FONT",
    }


def fingerprint(root: Path) -> str:
    """Changes when another version is fetched or this script copies other things."""
    parts = (root / "package-lock.json").read_bytes(), Path(__file__).read_bytes()
    return hashlib.sha256(b"".join(parts)).hexdigest()


def copy(root: Path = ROOT) -> int:
    """Fill build/assets; the number of files written, 0 when all was there."""
    target, mark = root / "build" / "assets", fingerprint(root)
    stamp = root / "build" / "assets.stamp"
    if stamp.exists() and stamp.read_text() == mark and target.is_dir():
        return 0
    style = root / "node_modules" / "dkfds" / "dist" / "css" / "dkfds.min.css"
    if not style.exists():
        raise FrontEndMissing("Stilarket fra dkfds mangler i node_modules. Kør `npm ci` først.")
    wanted = files(root / "node_modules")
    absent = sorted(str(source.relative_to(root)) for source in wanted.values() if not source.exists())
    if absent:
        raise FrontEndMissing(f"Disse filer mangler: {', '.join(absent)}. Kør `npm ci` igen.")
    shutil.rmtree(target, ignore_errors=True)
    for place, source in wanted.items():
        (target / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target / place)
    (target / "dkfds" / "css").mkdir(parents=True, exist_ok=True)
    (target / "dkfds" / "css" / "dkfds.min.css").write_text(style_sheet(style.read_text("utf-8")), "utf-8")
    stamp.write_text(mark)
    return len(wanted) + 1


def main() -> None:
    """The command."""
    try:
        written = copy()
    except FrontEndMissing as missing:
        sys.exit(str(missing))
    print(f"Kopierede {written} filer til build/assets." if written else "build/assets er allerede ajour.")


if __name__ == "__main__":
    main()
