"""`ophold rule …`: the rules that the site uses, asked from the shell."""

from __future__ import annotations

from datetime import date

import click

from ophold.cli import installed
from ophold.cli.answer import tell
from ophold.cli.options import CHANNEL, DAY, Number, asked, municipality
from ophold.law.delivery import Channel
from ophold.law.finding import Finding
from ophold.standard import answers
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import Standard

json_option = click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
sent_option = click.option("--sent", type=DAY, required=True, help="Dagen brevet blev sendt.")
channel_option = click.option("--channel", type=CHANNEL, required=True, help="digital-post eller letter.")
received_option = click.option("--received", type=DAY, help="Dagen det blev modtaget, hvis den er registreret.")


@click.group()
def rule() -> None:
    """Spørg en regel. Hvert svar siger hvorfor og hvorfra; --json giver det til en maskine."""


@rule.command("response-deadline")
@municipality
@click.option("--received", type=DAY, required=True, help="Dagen ansøgningen blev modtaget.")
@json_option
def response_deadline(municipality: str | None, file: str | None, received: date, as_json: bool) -> None:
    """Hvornår skal der senest være svar på en ansøgning?"""
    standard = _standard(municipality, file, received)
    settings = _settings(municipality or standard.key)
    finding = asked(lambda: answers.response_deadline(standard, received=received, settings=settings))
    tell(finding, "Svar senest", as_json_text=as_json)


@rule.command("hearing-deadline")
@municipality
@sent_option
@channel_option
@received_option
@json_option
def hearing_deadline(
    municipality: str | None, file: str | None, sent: date, channel: str, received: date | None, as_json: bool
) -> None:
    """Hvornår skal der senest svares på en partshøring?"""
    standard = _standard(municipality, file, sent)
    settings = _settings(municipality or standard.key)
    delivered = _delivered(sent, channel, received, settings)
    finding = asked(lambda: answers.hearing(standard, delivered, sent=sent, settings=settings))
    tell(finding, "Svar på høringen senest", as_json_text=as_json)


@rule.command("complaint-deadline")
@click.option("--municipality", metavar="KOMMUNE", help="For kommunens egne brevdage.")
@sent_option
@channel_option
@received_option
@json_option
def complaint_deadline(
    municipality: str | None, sent: date, channel: str, received: date | None, as_json: bool
) -> None:
    """Hvornår skal en klage senest være modtaget? Forudsat rigtig klagevejledning."""
    settings = _settings(asked(lambda: installed.standards().named(municipality))) if municipality else None
    delivered = _delivered(sent, channel, received, settings)
    statute = asked(lambda: installed.law().statute(sent))
    finding = asked(lambda: answers.complaint_deadline(statute, delivered, settings=settings))
    tell(finding, "Klagen skal være modtaget senest", as_json_text=as_json)


@rule.command("reassessment-deadline")
@municipality
@click.option("--received", type=DAY, required=True, help="Dagen klagen blev modtaget.")
@json_option
def reassessment_deadline(municipality: str | None, file: str | None, received: date, as_json: bool) -> None:
    """Hvornår skal en klage senest være genvurderet eller sendt videre?"""
    standard = _standard(municipality, file, received) if municipality or file else None
    statute = asked(lambda: installed.law().statute(received))
    finding = asked(lambda: answers.reassessment_deadline(statute, received=received, standard=standard))
    tell(finding, "Genvurderet eller sendt videre senest", as_json_text=as_json)


@rule.command("follow-ups")
@municipality
@click.option("--began", type=DAY, required=True, help="Opholdets første dag.")
@click.option("--until", type=DAY, required=True, help="Sidste dag, der planlægges til.")
@click.option("--held", type=DAY, multiple=True, help="En opfølgning, der er holdt; kan gentages.")
@json_option
def follow_ups(
    municipality: str | None, file: str | None, began: date, until: date, held: tuple[date, ...], as_json: bool
) -> None:
    """Hvornår skal opholdet følges op?"""
    standard = _standard(municipality, file, began)
    finding = asked(lambda: answers.follow_up_plan(standard, began=began, until=until, held=held))
    tell(finding, "Opfølgning", as_json_text=as_json)


@rule.command("respite")
@municipality
@click.option("--granted", type=Number(), required=True, help="Bevilgede døgn om året.")
@json_option
def respite(municipality: str | None, file: str | None, granted: int, as_json: bool) -> None:
    """Hvad siger standarden om aflastning ved siden af det bevilgede?"""
    finding = answers.respite_guideline(_standard(municipality, file, None), granted=granted)
    tell(finding, "Aflastning", as_json_text=as_json)


def _standard(municipality: str | None, file: str | None, on: date | None) -> Standard:
    """The standard asked about: the file's, else the municipality's in force on a day, else its newest."""
    if file is not None:
        return asked(lambda: installed.standard_from(file))
    if municipality is None:
        raise click.UsageError("--municipality mangler; skriv kommunens navn efter kommandoen (se --help).")
    catalogue = asked(installed.standards)
    if on is None:
        return asked(lambda: catalogue.versions(municipality))[-1]
    return asked(lambda: catalogue.in_force(municipality, on))


def _settings(key: str) -> MunicipalitySettings | None:
    return asked(lambda: installed.settings_of(key))


def _delivered(sent: date, channel: str, received: date | None, settings: MunicipalitySettings | None) -> Finding[date]:
    statute = asked(lambda: installed.law().statute(sent))
    way = Channel.DIGITAL_POST if channel == "digital-post" else Channel.LETTER
    return asked(lambda: answers.delivered(statute, sent=sent, channel=way, received=received, settings=settings))
