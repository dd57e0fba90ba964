"""Invented names, numbers and words. The same seed gives the same content; nobody real is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

T = TypeVar("T")

FIRST = (
    "Agnes Albert Alma Anton Asta August Carl Clara Dagmar Ebbe Edith Egon Ella Elias Ellen Emil Erna Ester Felix "
    "Filippa Freja Gerda Gustav Hannah Harald Holger Ida Inger Jakob Johanne Josefine Kaj Karla Kirsten Knud Laura "
    "Lauge Lilly Ludvig Magne Maja Malthe Marie Mathilde Mikkel Mille Noah Nora Oluf Oskar Otto Palle Petra Rasmus "
    "Rosa Ruth Sigrid Sofus Svend Thea Thyra Tobias Ulla Vagn Valdemar Vera Viggo Villads Werner Yrsa Åse Øjvind"
).split()
LAST = (
    "Abildgaard Agerskov Bach Bisgaard Bjerre Blom Borup Brandt Bruun Dahl Degn Eskildsen Fabricius Fisker Friis "
    "Frost Gammelgaard Grøn Hald Hede Hjort Holm Højgaard Kjær Klit Kruse Krogh Lund Lynge Mikkelsen Mose Møller "
    "Nørgaard Overgaard Ravn Riis Skov Skytte Steen Sønderby Thorup Toft Vang Vestergaard Vinther Winther Østergaard "
    "Ågård"
).split()
STREETS = "Birkevej Engvej Fasanvej Kirkegade Lindevej Nørregade Skovvej Strandvej Søndergade Ydunsvej".split()
NEEDS = (
    "Jeg har svært ved at komme ud ad døren og glemmer at spise. Min mor hjælper, men hun kan ikke blive ved.",
    "Efter min indlæggelse kan jeg ikke være alene om natten. Jeg vil gerne lære at klare en hverdag igen.",
    "Jeg kan godt lave mad, når nogen minder mig om det. Post fra det offentlige tør jeg ikke åbne.",
    "Siden ulykken er jeg hurtigt træt og mister overblikket. Jeg vil gerne bo for mig selv en dag.",
    "Jeg har boet på sofaer i et år. Jeg har brug for ro og nogen, der holder fast i mig.",
    "Jeg vil gerne have hjælp til at komme i gang om morgenen og til at huske min medicin.",
)
PLACES = (
    "Gerne tæt på en bus. Min kat skal helst med.",
    "Et sted med få mennesker og eget bad.",
    "Det vigtigste er, at nogen er vågne om natten.",
    "Jeg vil gerne blive i nærheden af min søster.",
)
TALKS = (
    "Talte om, hvad et midlertidigt ophold kan bruges til. Vil gerne have sin søster med til næste møde.",
    "Ringede og fortalte, at statusattesten er bestilt. Virkede lettet over at kende datoen.",
    "Møde på kontoret. Gennemgik ansøgningen. Kan selv købe ind, men ikke betale regninger.",
    "Faderen ringede. Oplyste alene om sagsgangen, da der ikke er fuldmagt.",
    "Egen læge oplyser, at behandlingen fortsætter uændret.",
)
LIMB_REASONS = {
    "met": (
        "Funktionsevnen er betydeligt nedsat, og der er brug for omfattende hjælp til hverdagens gøremål.",
        "Der er brug for behandling i en periode, og uden støtte falder hverdagen fra hinanden.",
    ),
    "not_met": (
        "Hjælpen kan dækkes af støtte i eget hjem; der er ikke brug for pleje eller behandling i et botilbud.",
        "Oplysningerne viser ikke et behov af det omfang, betingelsen kræver.",
    ),
}
THEMES = {  # a theme's address: how the citizen sees it, and how the caseworker does
    "egenomsorg": (
        ("Jeg glemmer at spise, når jeg er alene.", "Spiser og går i bad, når nogen minder om det; ellers går dagene."),
        ("Det går fint med bad og tøj.", "Klarer personlig hygiejne selv, men ikke sin medicin."),
    ),
    "mentale-funktioner": (
        ("Jeg kan ikke samle tankerne om aftenen.", "Koncentrationen falder hurtigt, og nye opgaver skal deles op."),
        ("Stemmerne fylder mindre nu.", "Er tit i tvivl om, hvad der er virkeligt, når der er mange mennesker."),
    ),
    "praktiske-opgaver": (
        ("Jeg kan godt lave mad, hvis nogen er der.", "Indkøb og madlavning lykkes sammen med en anden."),
        ("Rengøring når jeg ikke.", "Boligen forfalder i perioder uden støtte."),
    ),
    "relationer": (
        ("Min mor ringer hver dag. Ellers ser jeg ingen.", "Netværket er moren; kontakt til andre kræver støtte."),
        ("Jeg vil gerne have venner på min alder.", "Søger fællesskab, men trækker sig efter kort tid."),
    ),
    "samfundsliv": (
        ("Posten tør jeg ikke åbne.", "Breve ligger uåbnede; der er restancer på husleje og el."),
        ("Jeg vil gerne i gang med en uddannelse.", "Har brug for hjælp til at komme afsted og til aftaler."),
    ),
}
CONCLUSIONS = {
    "met": (
        "Behovet for støtte er til stede hele døgnet og kan ikke dækkes af besøg i hjemmet.",
        "Hverdagen hænger kun sammen, når der er nogen i nærheden. Et ophold i en periode skal træne det.",
    ),
    "not_met": (
        "Støtte nogle timer om ugen i eget hjem dækker de opgaver, der ikke lykkes alene.",
        "De fleste opgaver lykkes. Det, der mangler, er struktur på post og økonomi.",
    ),
}
ALTERNATIVES = (
    "Støtte i eget hjem efter § 85 er afprøvet i et halvt år.",
    "Bostøtte om aftenen og en fast kontaktperson er overvejet.",
)
SOURCES = (
    "Statusattest fra egen læge",
    "Udtalelse fra psykiatrisk afdeling",
    "Samtale med borgeren",
    "Udtalelse fra skolen",
)
REMARKS = (
    "Jeg synes, udkastet undervurderer, hvor slemt det er om natten.",
    "Det passer ikke, at jeg selv kan klare min økonomi. Min søster gør det hele.",
    "Jeg er enig i udkastet.",
)
COMPLAINTS = (
    "Jeg kan ikke klare mig i min lejlighed. I har ikke talt med min kontaktperson.",
    "Jeg er ikke enig. Lægen har skrevet noget andet.",
    "",
)
FACILITIES = ("Bofællesskabet Solsiden", "Botilbuddet Lærkehuset", "Botilbuddet Bøgely", "Ungehuset Kompas")
FOLLOW_UPS = (
    "Står op selv fire dage om ugen. Målet om at lave mad to gange om ugen er nået.",
    "Har det svært efter flytningen, men kommer til aftensmaden. Målene holdes.",
    "Er klar til at øve sig i egen lejlighed. Næste skridt aftalt med botilbuddet.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedPerson:
    """Somebody who does not exist."""

    digits: str  # a CPR number whose day is plus 60: nobody has it
    name: str
    address: str
    phone: str


class Inventor:
    """Invents from one seed; never the same CPR number twice."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._given: set[str] = set()

    def person(self, town: str, *, born: date | None = None) -> InventedPerson:
        """Somebody between 18 and 60, or born on a given day."""
        day = born or date(1966, 1, 1) + timedelta(days=self.random.randrange(41 * 365))
        name = f"{self.pick(FIRST)} {self.pick(LAST)}"
        return InventedPerson(
            digits=self._digits(day),
            name=name,
            address=f"{self.pick(STREETS)} {self.random.randrange(1, 99)}\n{town}",
            phone=f"{self.random.randrange(20_000_000, 59_999_999)}",
        )

    def _digits(self, born: date) -> str:
        """A number with the day plus 60, never given before; the seventh digit tells the century."""
        while True:
            serial = self.random.randrange(1000) + (0 if born.year < 2000 else 4000)
            digits = f"{born.day + 60:02}{born:%m%y}{serial:04}"
            if digits not in self._given:
                self._given.add(digits)
                return digits

    def pick(self, words: Sequence[T]) -> T:
        """One of them."""
        return self.random.choice(words)

    def key(self) -> str:
        """A key for an act."""
        return f"{self.random.getrandbits(128):032x}"
