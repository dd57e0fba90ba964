"""What is asked of somebody who wants to know what to expect, and what do the answers say in statute's words?

Seven questions besides municipality and who asks; each can be skipped, and a skipped one is unknown, never no. Every
answer is one of a few codes: there is no free text, no number of a person, no day of birth. Not here: what follows from
the answers (`expectation`). Reading: docs/decisions/0105-what-the-guide-never-says.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ophold.law import limbs
from ophold.law.criteria import Facts
from ophold.standard.shape import Text
from ophold.standard.voice import Voice

SKIPPED = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose, and what it tells in the names of `ophold.law.limbs`."""

    code: str
    label: Text
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: its name, how it is asked, an example, and why."""

    name: str
    asked: Text
    hint: Text | None
    why: Text
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What somebody answered, one code a question; empty where it was skipped."""

    voice: Voice = Voice.SELF
    wish: str = SKIPPED
    age: str = SKIPPED
    functioning: str = SKIPPED
    support: str = SKIPPED
    social: str = SKIPPED
    home: str = SKIPPED
    income: str = SKIPPED

    @property
    def facts(self) -> Facts:
        """What was told, as facts of § 107; what was not told is not among them."""
        return MappingProxyType({name: held for option in _chosen(self) for name, held in option.facts.items()})

    @property
    def keeps_home(self) -> bool | None:
        """Whether a home of one's own is kept."""
        return {"own_kept": True, "own_given_up": False, "none": False}.get(self.home)

    @property
    def relatives_care(self) -> bool | None:
        """Whether relatives give the care; living elsewhere does not say that they do not."""
        return True if self.home == "with_relatives" else None

    @property
    def has_income(self) -> bool | None:
        """Whether there is any income."""
        return {"yes": True, "no": False}.get(self.income)

    @property
    def ages(self) -> tuple[int, int | None]:
        """The band of ages, its end exclusive; every age where it was skipped."""
        return AGES.get(self.age, (0, None))

    @property
    def of_pension_age(self) -> bool | None:
        """Whether the pension age has been reached."""
        return None if self.age == SKIPPED else self.age == "pension"


def told(answers: Mapping[str, object], voice: Voice = Voice.SELF) -> Told:
    """The answers among those sent; a code that is none of a question's own counts as skipped."""
    held = {name: str(answers.get(name, SKIPPED)) for name in QUESTIONS}
    return Told(voice=voice, **{name: code if code in CODES[name] else SKIPPED for name, code in held.items()})


def _text(da: str, en: str) -> Text:
    return Text(da=da, en=en)


def _option(code: str, da: str, en: str, **facts: bool) -> Option:
    return Option(code=code, label=_text(da, en), facts=MappingProxyType(facts))


def _facts(*true: str, no: tuple[str, ...] = ()) -> dict[str, bool]:
    return dict.fromkeys(true, True) | dict.fromkeys(no, False)


# the pension age differs by year of birth and is not looked up: the two last bands overlap
AGES: Mapping[str, tuple[int, int | None]] = MappingProxyType(
    {"under_18": (0, 18), "18_29": (18, 30), "30_to_pension": (30, 75), "pension": (65, None)}
)

_ALL = (
    Question(
        name="wish",
        asked=_text("Hvad har {du} brug for?", "What {do/does} {you} need?"),
        hint=None,
        why=_text(
            "Reglerne er forskellige for et længere ophold og for aflastning.",
            "The rules differ for a longer stay and for respite.",
        ),
        options=(
            _option("stay", "Et sted at bo i en periode", "A place to live for a period"),
            _option("respite", "Aflastning: nogle døgn ad gangen", "Respite: some days and nights at a time"),
            _option("training", "Et ophold for at træne hverdagen", "A stay to train daily life"),
        ),
    ),
    Question(
        name="age",
        asked=_text("Hvor gammel er {du}?", "How old {are/is} {you}?"),
        hint=None,
        why=_text(
            "Nogle kommuner har en særlig indgang for unge. Loven er en anden før 18 år og for folkepensionister.",
            "Some municipalities have an entrance for young people. The law differs under 18 and for pensioners.",
        ),
        options=(
            _option("under_18", "Under 18 år", "Under 18"),
            _option("18_29", "18 til 29 år", "18 to 29"),
            _option("30_to_pension", "30 år eller mere, men ikke folkepensionist", "30 or more, but not yet pensioner"),
            _option("pension", "Folkepensionist", "Pensioner"),
        ),
    ),
    Question(
        name="functioning",
        asked=_text("Gør en nedsat funktionsevne hverdagen svær?", "Does reduced functioning make daily life hard?"),
        hint=_text(
            "Psykisk kan for eksempel være sindslidelse, udviklingshæmning, autisme eller hjerneskade.",
            "Mental can for example be mental illness, developmental disability, autism or brain injury.",
        ),
        why=_text(
            "Loven ser på, om funktionsevnen er nedsat, og hvor meget.",
            "The law looks at whether functioning is reduced, and by how much.",
        ),
        options=(
            _option(
                "much_mental",
                "Ja, meget – psykisk, eller både psykisk og fysisk",
                "Yes, very – mentally, or both mentally and physically",
                **_facts(limbs.CONSIDERABLY_REDUCED, limbs.REDUCED_MENTAL),
            ),
            _option(
                "much_physical", "Ja, meget – fysisk", "Yes, very – physically", **_facts(limbs.CONSIDERABLY_REDUCED)
            ),
            _option(
                "some_mental",
                "Ja, noget – psykisk, eller både psykisk og fysisk",
                "Yes, somewhat – mentally, or both mentally and physically",
                **_facts(limbs.REDUCED_MENTAL),
            ),
            _option("some_physical", "Ja, noget – fysisk", "Yes, somewhat – physically"),
            _option("none", "Nej", "No", **_facts(no=(limbs.CONSIDERABLY_REDUCED, limbs.REDUCED_MENTAL))),
        ),
    ),
    Question(
        name="support",
        asked=_text("Hvor meget hjælp er der brug for?", "How much help is needed?"),
        hint=None,
        why=_text(
            "Loven ser på, hvor meget hjælp, pleje eller behandling der er brug for.",
            "The law looks at how much help, care or treatment is needed.",
        ),
        options=(
            _option(
                "much",
                "Meget hjælp eller pleje hver dag",
                "Much help or care every day",
                **_facts(limbs.EXTENSIVE_HELP, limbs.CARE_OR_TREATMENT, limbs.CANNOT_MANAGE),
            ),
            _option(
                "treatment",
                "Behandling eller særlig støtte i en periode",
                "Treatment or special support for a period",
                **_facts(limbs.TREATMENT_SUPPORT, limbs.CARE_OR_TREATMENT),
            ),
            _option(
                "both",
                "Begge dele",
                "Both",
                **_facts(limbs.EXTENSIVE_HELP, limbs.TREATMENT_SUPPORT, limbs.CARE_OR_TREATMENT, limbs.CANNOT_MANAGE),
            ),
            _option(
                "some",
                "Noget hjælp, som ikke kan undværes",
                "Some help, which one cannot do without",
                **_facts(limbs.CANNOT_MANAGE),
            ),
            _option(
                "none",
                "Det meste klares uden hjælp",
                "Most things are managed without help",
                **_facts(no=(limbs.EXTENSIVE_HELP, limbs.CANNOT_MANAGE)),
            ),
        ),
    ),
    Question(
        name="social",
        asked=_text("Har {du} store sociale problemer?", "{Do/Does} {you} have serious social problems?"),
        hint=_text("For eksempel misbrug, hjemløshed eller vold.", "For example addiction, homelessness or violence."),
        why=_text(
            "Særlige sociale problemer kan være nok, også uden en nedsat funktionsevne.",
            "Special social problems can suffice, also without reduced functioning.",
        ),
        options=(
            _option("yes", "Ja", "Yes", **_facts(limbs.SOCIAL_PROBLEMS)),
            _option("no", "Nej", "No", **_facts(no=(limbs.SOCIAL_PROBLEMS,))),
        ),
    ),
    Question(
        name="home",
        asked=_text("Hvor bor {du} nu?", "Where {do/does} {you} live now?"),
        hint=None,
        why=_text(
            "Boligen har betydning for betalingen. Pårørende, der giver omsorgen, har egne regler om aflastning.",
            "The home matters for payment. Rules on respite of their own hold for relatives who give the care.",
        ),
        options=(
            _option("own_kept", "I egen bolig, som skal beholdes", "In a home of one's own, to be kept"),
            _option("own_given_up", "I egen bolig, som ikke beholdes", "In a home of one's own, not to be kept"),
            _option("with_relatives", "Hos pårørende, der giver omsorgen", "With relatives who give the care"),
            _option("none", "Uden fast bolig", "Without a fixed home"),
            _option("elsewhere", "Et andet sted", "Somewhere else"),
        ),
    ),
    Question(
        name="income",
        asked=_text("Har {du} en indtægt?", "{Do/Does} {you} have an income?"),
        hint=_text("Løn, pension, kontanthjælp eller andet.", "Wages, pension, cash benefit or other."),
        why=_text(
            "Betalingen for et ophold tages af indtægten. Uden indtægt er reglerne andre.",
            "Payment for a stay is taken from income. Without income the rules differ.",
        ),
        options=(_option("yes", "Ja", "Yes"), _option("no", "Nej", "No")),
    ),
)

QUESTIONS: Mapping[str, Question] = MappingProxyType({question.name: question for question in _ALL})
CODES: Mapping[str, frozenset[str]] = MappingProxyType(
    {question.name: frozenset(option.code for option in question.options) for question in _ALL}
)


def _chosen(answers: Told) -> tuple[Option, ...]:
    return tuple(
        option for question in _ALL for option in question.options if option.code == getattr(answers, question.name)
    )
