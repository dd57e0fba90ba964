"""`ophold rule …`: the rules that the site uses, asked from the shell."""

from __future__ import annotations

from datetime import date

import click

from ophold.cli import installed
from ophold.cli.answer import tell
from ophold.cli.options import CHANNEL, DAY, Number, asked, municipality
from ophold.law.delivery import Channel
from ophold.law.finding import Finding
from ophold.law.promises import FollowUpPromise, ResponsePromise
from ophold.standard import answers
from ophold.standard.matters import promised
from ophold.standard.plain_yaml import shown
from ophold.standard.settings import MunicipalitySettings
from ophold.standard.shape import Standard

json_option = click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
sent_option = click.option("--sent", type=DAY, required=True, help="Dagen brevet blev sendt.")
channel_option = click.option("--channel", type=CHANNEL, required=True, help="digital-post eller letter.")
received_option = click.option("--received", type=DAY, help="Dagen det blev modtaget, hvis den er registreret.")
group_option = click.option("--group", metavar="GRUPPE", help="En gruppe, som standarden selv nævner, ved sin nøgle.")


@click.group()
def rule() -> None:
    """Spørg en regel. Hvert svar siger hvorfor og hvorfra; --json giver det til en maskine."""


@rule.command("response-deadline")
@municipality
@click.option("--received", type=DAY, required=True, help="Dagen ansøgningen blev modtaget.")
@group_option
@json_option
def response_deadline(
    municipality: str | None, file: str | None, received: date, group: str | None, as_json: bool
) -> None:
    """Hvornår skal der senest være svar på en ansøgning?"""
    standard = _standard(municipality, file, received)
    settings = _settings(municipality or standard.key)
    key = _group(standard, ResponsePromise, group)
    finding = asked(lambda: answers.response_deadline(standard, received=received, settings=settings, group=key))
    tell(finding, "Svar senest", as_json_text=as_json)


@rule.command("remitted-deadline")
@municipality
@click.option("--received", type=DAY, required=True, help="Dagen Ankestyrelsens afgørelse blev modtaget.")
@json_option
def remitted_deadline(municipality: str | None, file: str | None, received: date, as_json: bool) -> None:
    """Hvornår skal en sag, som Ankestyrelsen har sendt tilbage, senest være afgjort igen?"""
    standard = _standard(municipality, file, received)
    settings = _settings(municipality or standard.key)
    finding = asked(lambda: answers.remitted_deadline(standard, received=received, settings=settings))
    tell(finding, "Ny afgørelse senest", as_json_text=as_json)


@rule.command("acknowledgement")
@municipality
@click.option("--received", type=DAY, required=True, help="Dagen ansøgningen blev modtaget.")
@json_option
def acknowledgement(municipality: str | None, file: str | None, received: date, as_json: bool) -> None:
    """Hvornår har borgeren senest en kvittering?"""
    finding = answers.acknowledgement(_standard(municipality, file, received), received=received)
    tell(finding, "Kvittering senest", as_json_text=as_json)


@rule.command("interim-notice")
@municipality
@click.option("--received", type=DAY, required=True, help="Dagen ansøgningen blev modtaget.")
@json_option
def interim_notice(municipality: str | None, file: str | None, received: date, as_json: bool) -> None:
    """Hvornår har borgeren senest besked om, hvor sagen er?"""
    finding = answers.interim_notice(_standard(municipality, file, received), received=received)
    tell(finding, "Besked undervejs senest", as_json_text=as_json)


@rule.command("assessment-report")
@municipality
@click.option("--received", type=DAY, required=True, help="Dagen ansøgningen blev modtaget.")
@json_option
def assessment_report(municipality: str | None, file: str | None, received: date, as_json: bool) -> None:
    """Hvornår er udredningen senest færdig?"""
    finding = answers.assessment_report(_standard(municipality, file, received), received=received)
    tell(finding, "Udredningen færdig senest", as_json_text=as_json)


@rule.command("written-decision")
@municipality
@click.option("--met", type=DAY, required=True, help="Dagen udvalget holdt møde.")
@json_option
def written_decision(municipality: str | None, file: str | None, met: date, as_json: bool) -> None:
    """Hvornår er afgørelsen senest skrevet efter et møde i udvalget?"""
    finding = answers.written_decision(_standard(municipality, file, met), met=met)
    tell(finding, "Skriftlig afgørelse senest", as_json_text=as_json)


@rule.command("own-home")
@municipality
@click.option("--began", type=DAY, required=True, help="Opholdets første dag.")
@json_option
def own_home(municipality: str | None, file: str | None, began: date, as_json: bool) -> None:
    """Hvornår ses der igen på, at egen bolig fritager for at betale?"""
    finding = answers.own_home_looked_at(_standard(municipality, file, began), began=began)
    tell(finding, "Egen bolig ses der på igen", as_json_text=as_json)


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
@group_option
@json_option
def follow_ups(
    municipality: str | None,
    file: str | None,
    began: date,
    until: date,
    held: tuple[date, ...],
    group: str | None,
    as_json: bool,
) -> None:
    """Hvornår skal opholdet følges op?"""
    standard = _standard(municipality, file, began)
    key = _group(standard, FollowUpPromise, group)
    finding = asked(lambda: answers.follow_up_plan(standard, began=began, until=until, held=held, group=key))
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


def _group(standard: Standard, kind: type[ResponsePromise] | type[FollowUpPromise], key: str | None) -> str:
    """The group a person named, if the promise knows it."""
    value = promised(standard, kind).value
    match value:
        case ResponsePromise():
            known = {group.key: group.da for group in value.for_groups}
        case FollowUpPromise():
            known = {group.key: group.da for group in value.more_often_for}
        case _:
            known = {}
    if key is None or key in known:
        return key or ""
    named = ", ".join(f"{name} ({da})" for name, da in known.items()) or "ingen"
    raise click.ClickException(f"Gruppen »{shown(key)}« kendes ikke; standarden nævner her: {named}.")


def _settings(key: str) -> MunicipalitySettings | None:
    return asked(lambda: installed.settings_of(key))


def _delivered(sent: date, channel: str, received: date | None, settings: MunicipalitySettings | None) -> Finding[date]:
    statute = asked(lambda: installed.law().statute(sent))
    way = Channel.DIGITAL_POST if channel == "digital-post" else Channel.LETTER
    return asked(lambda: answers.delivered(statute, sent=sent, channel=way, received=received, settings=settings))
