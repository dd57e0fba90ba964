"""An application to send, a person at the counter, and a sixth municipality that exists in two YAML files only."""

from __future__ import annotations

import itertools
from pathlib import Path
from shutil import copytree

from pytest_django import Settings

from ophold.journey.intake.actions import Person, apply
from ophold.journey.intake.answers import Answers
from ophold.record.cases.models import Case
from tests import people

ROOT = Path(__file__).resolve().parents[2]
ANSWERS = Answers(
    address="Æblevænget 12\n2750 Ballerup",
    phone="00 00 00 00",
    email="erik@example.org",
    items=("stay",),
    need="Jeg kan ikke overskue hverdagen alene & har brug for støtte.",
    lives_here="yes",
    home="own",
    home_words="En lejlighed på anden sal.",
    consent="yes",
    asked_of=("doctor",),
    place="Tæt på min mor.",
)
MONA = Person(digits="7105901234", name="Mona Møller", address="Prøvevej 2\n9800 Prøveby")
_keys = itertools.count(1)


def key() -> str:
    """A new act key."""
    return f"test-{next(_keys)}"


def apply_to(municipality: str, **answers: object) -> Case:
    """Erik's application, received by a municipality on the tests' day."""
    told = Answers(**{**_fields(ANSWERS), **answers})  # type: ignore[arg-type] # the tests know the fields
    home = people.municipality(municipality)
    return apply(municipality=home, answers=told, by=people.erik(), at=people.NOON, act_key=key())


def _fields(answers: Answers) -> dict[str, object]:
    return {name: getattr(answers, name) for name in Answers.__dataclass_fields__}


def sixth_municipality(folder: Path, settings: Settings) -> str:
    """Nordby: ten calendar days, one place to turn, and nothing in the code that knows it."""
    _copy(folder, settings)
    standard = (ROOT / "standards/lejre/2015-11-30.yaml").read_text("utf-8")
    standard = standard.replace("key: lejre", "key: nordby").replace("name: Lejre", "name: Nordby")
    standard = standard.replace("within: {value: 6, unit: weeks}", "within: {value: 10, unit: days}")
    standard = standard.replace("Rådgiver i Team Social Service", "Nordbys indgang")
    (folder / "standards/nordby").mkdir()
    (folder / "standards/nordby/2015-11-30.yaml").write_text(standard, "utf-8")
    own = (ROOT / "municipalities/lejre.yaml").read_text("utf-8")
    own = own.replace("key: lejre", "key: nordby").replace("name: Lejre Kommune", "name: Nordby Kommune")
    own = own.replace("reference_letters: LEJ", "reference_letters: NBY")
    (folder / "municipalities/nordby.yaml").write_text(own, "utf-8")
    people.MUNICIPALITIES["nordby"] = "Nordby"
    return "nordby"


def newer_lejre(folder: Path, settings: Settings, *, version: str, within: str) -> None:
    """A later version of Lejre's standard with another time for the answer."""
    _copy(folder, settings)
    text = (ROOT / "standards/lejre/2015-11-30.yaml").read_text("utf-8")
    text = text.replace('version: "2015-11-30"', f'version: "{version}"')
    text = text.replace("adopted_on: 2015-11-30", f"adopted_on: {version}")
    text = text.replace("within: {value: 6, unit: weeks}", within)
    (folder / f"standards/lejre/{version}.yaml").write_text(text, "utf-8")


def _copy(folder: Path, settings: Settings) -> None:
    for name in ("standards", "municipalities"):
        copytree(ROOT / name, folder / name)
    settings.STANDARDS_DIR = folder / "standards"
    settings.MUNICIPALITIES_DIR = folder / "municipalities"
