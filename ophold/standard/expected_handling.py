"""What can one expect of the case: the answer's day, whom to contact, what is looked at, hearing?

Each section takes what was asked and gives its lines; judging and counting is the rules' (`ophold.law`), asked through
`answers`. Reading: a condition beyond statute is information (docs/decisions/0105-what-the-guide-never-says.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ophold.law import sources, wording
from ophold.law.finding import Finding, Layer, Source, Status
from ophold.law.limbs_in_play import Standing, limbs_in_play
from ophold.law.promises import (
    AssessmentPromise,
    CaseSteps,
    CitizenConditions,
    Committee,
    Contact,
    Delegation,
    HearingPromise,
    LeastIntrusive,
    Meaning,
    Notices,
    ResponsePromise,
    TargetGroup,
)
from ophold.law.under_age import under_age as rule_under_age
from ophold.standard import answers
from ophold.standard.expected import (
    Asked,
    Line,
    Section,
    Topic,
    besides_the_standard,
    labelled,
    line,
    lines_of,
    once,
    plain,
    said,
    titled,
    without_value,
)
from ophold.standard.impersonal import listed
from ophold.standard.matters import promised
from ophold.standard.shape import State

NOT_SENT = "dagen udkastet blev sendt"


def under_age(asked: Asked) -> Section:
    """What happens before the age the Act is for."""
    years = asked.statute.least_age
    finding = rule_under_age(asked.statute, under=True)
    return Section(
        topic=Topic.UNDER_AGE,
        title=titled(
            asked, f"Hvad sker der, før {{du}} fylder {years}?", f"What happens before {{you}} turn{{/s}} {years}?"
        ),
        lead=Line(reason=finding.because[1]),
        lines=plain(finding.because[:1]),
    )


def answer(asked: Asked) -> Section:
    """When one hears, if one applied today."""
    finding = answers.response_deadline(asked.standard, received=asked.on, settings=asked.settings)
    promise, source = said(asked, ResponsePromise)
    lines = plain(finding.because if promise else besides_the_standard(finding)) if finding.value is None else ()
    return Section(
        topic=Topic.ANSWER,
        title=titled(asked, "Hvornår får {du} svar?", "When {do/does} {you} get an answer?"),
        lead=_day(asked, finding, promise) if finding.value is not None else _no_day(asked, promise, source),
        lines=(*lines, *_besides_the_day(asked), *labelled(asked, Notices), _delay(asked), _information(asked)),
        day=finding if finding.value is not None else None,
        document=promised(asked.standard, ResponsePromise).document,
    )


def contact(asked: Asked) -> Section:
    """Whom one turns to first."""
    from_age, under = asked.told.ages
    finding = answers.contacts_in_band(asked.standard, from_age=from_age, under_age=under)
    _, source = said(asked, Contact)
    points = finding.value or ()
    if len(points) == 1:
        lead = line(asked, f"Begynd hos {points[0].name}.", f"Begin with {points[0].name}.", source)
    elif points:
        lead = line(asked, "Alderen afgør, hvor man begynder.", "Age decides where one begins.", source)
    else:
        lead = line(
            asked,
            "Kommunens tekst siger ikke, hvor man begynder.",
            "The municipality's text does not say where one begins.",
            source,
            silent=promised(asked.standard, Contact).state is State.SILENT,
        )
    own = () if points else tuple(_own_address(asked))
    return Section(
        topic=Topic.CONTACT,
        title=titled(asked, "Hvem skal {du} kontakte?", "Whom {do/does} {you} contact?"),
        lead=lead,
        lines=(*own, _sent_on(asked), _companion(asked)),
        contacts=points,
    )


def looked_at(asked: Asked) -> Section:
    """Which limbs may come into play, and what else the municipality's text asks."""
    finding = limbs_in_play(asked.told.facts)
    standings = {each.standing for each in finding.value or ()}
    if Standing.POINTED_AT in standings:
        da, en = "Svarene peger på mindst én gruppe i loven.", "The answers point to at least one group in the law."
    elif Standing.OPEN in standings:
        da, en = "Flere grupper i loven kan komme på tale.", "More than one group in the law may come into play."
    else:
        da = "Svarene peger ikke på en bestemt gruppe i loven. {Du} kan altid søge."
        en = "The answers do not point to one group in the law. {You} can always apply."
    return Section(
        topic=Topic.LOOKED_AT,
        title=titled(asked, "Hvad ser kommunen på?", "What does the municipality look at?"),
        lead=line(asked, da, en, sources.MUST_GROUPS),
        lines=once(
            (
                *plain(finding.because),
                *_training(asked),
                *_target_group(asked),
                *_conditions(asked),
                *_steps(asked),
                *_decided_by(asked),
            )
        ),
    )


def heard(asked: Asked) -> Section:
    """Whether one is heard before the decision, and how long one has."""
    promise, source = said(asked, HearingPromise)
    not_sent: Finding[date] = Finding(status=Status.MISSING, missing=(NOT_SENT,))
    if promise is not None and promise.always:
        lead = line(
            asked,
            "Kommunen lover altid at sende et udkast, før den afgør sagen.",
            "The municipality promises always to send a draft before it decides.",
            source,
        )
    else:
        lead = _duty_to_hear(asked)
    deadline = answers.hearing(asked.standard, not_sent, sent=None)
    lines = [*lines_of(asked, deadline, HearingPromise)]
    if promise is not None and promise.always:
        lines.append(_duty_to_hear(asked))
    return Section(
        topic=Topic.HEARD,
        title=titled(asked, "Bliver {du} hørt først?", "{Are/Is} {you} heard first?"),
        lead=lead,
        lines=(*lines, _postponed(asked)),
    )


# -- the lines --------------------------------------------------------------------------------------------------------


def _day(asked: Asked, finding: Finding[date], promise: ResponsePromise | None) -> Line:
    """The day, as the standard or a setting promises it; a share of cases is told as one."""
    assert finding.value is not None
    day, day_en = wording.weekday(finding.value), wording.weekday_en(finding.value)
    source = next(
        (each.source for each in finding.because if each.source.layer is Layer.SETTING), finding.because[0].source
    )
    if promise is not None and promise.meaning is Meaning.PERCENTILE:
        da = f"Søger {{du}} i dag, kommer svaret i {promise.percent} af 100 sager senest {day}."
        en = f"If {{you}} {{apply/applies}} today, {promise.percent} of 100 cases are answered by {day_en}."
        return line(asked, da, en, source)
    da = f"Søger {{du}} i dag, lover kommunen svar senest {day}."
    en = f"If {{you}} {{apply/applies}} today, the municipality promises an answer by {day_en}."
    return line(asked, da, en, source)


def _no_day(asked: Asked, promise: ResponsePromise | None, source: Source) -> Line:
    """That no day is promised, and why not."""
    found = promised(asked.standard, ResponsePromise)
    if promise is not None:
        da = "Kommunens standard siger kun, hvad der er sædvanligt. Den lover ingen dag."
        return line(asked, da, "The municipality's standard only says what is usual. It promises no day.", source)
    if found.state is State.ELSEWHERE and found.document is not None:
        name = found.document.name
        da, en = f"Svarfristen står ikke her, men i »{name}«.", f"The deadline stands not here but in »{name}«."
        return line(asked, da, en, source)
    da, en = "Kommunens standard lover ingen dag for svaret.", "The municipality's standard promises no day."
    return line(asked, da, en, source, silent=found.state is State.SILENT)


def _besides_the_day(asked: Asked) -> Iterator[Line]:
    """Another deadline for a group, and acute cases."""
    promise, source = said(asked, ResponsePromise)
    if promise is None:
        return
    for group in promise.for_groups:
        da = f"For {group.da} lover kommunen svar inden for {wording.period(group.period)}."
        en = f"For {group.en} the municipality promises an answer within {wording.period_en(group.period)}."
        yield line(asked, da, en, source)
    if promise.acute_fast:
        yield line(asked, "Haster sagen, begynder kommunen hurtigt.", "An acute case is started fast.", source)


def _delay(asked: Asked) -> Line:
    return line(
        asked,
        "Kan kommunen ikke nå det, skal den skrive, hvornår svaret så kommer.",
        "If the municipality cannot make it, it must write when the answer comes instead.",
        sources.DELAY_IS_TOLD,
    )


def _information(asked: Asked) -> Line:
    return line(
        asked,
        "Tiden står ikke stille, mens kommunen henter oplysninger.",
        "Time does not stand still while the municipality gathers information.",
        sources.INFORMATION_IS_INSIDE,
    )


def _own_address(asked: Asked) -> Iterator[Line]:
    """The municipality's own address, where its standard names no entrance."""
    own = asked.settings
    if own is None or own.sender.placeholder:
        return
    parts = [own.sender.department, *own.sender.address, own.sender.phone or "", own.sender.email or ""]
    told = " · ".join(part for part in parts if part)
    source = own.as_source("afsender")
    yield line(asked, f"Kommunen selv: {told}", f"The municipality itself: {told}", source)


def _sent_on(asked: Asked) -> Line:
    return line(
        asked,
        "Er det det forkerte sted, sender kommunen henvendelsen videre.",
        "If it is the wrong place, the municipality passes it on.",
        sources.SENT_ON,
    )


def _companion(asked: Asked) -> Line:
    return line(
        asked,
        "Man må altid tage en bisidder med. Søger man for en anden, kan kommunen bede om en fuldmagt.",
        "A companion may always come along. For another, the municipality may ask for written authority.",
        sources.COMPANION,
    )


def _training(asked: Asked) -> Iterator[Line]:
    if asked.told.wish == "training":
        yield line(
            asked,
            "Et ophold for at træne hverdagen læses her som et ophold efter § 107.",
            "A stay to train daily life is read here as a stay under section 107.",
            sources.GUIDE,
        )


def _target_group(asked: Asked) -> Iterator[Line]:
    group, source = said(asked, TargetGroup)
    if group is None:
        yield without_value(asked, TargetGroup, promised(asked.standard, TargetGroup))
        return
    if group.limbs_named:
        da, en = listed("TargetGroup", "limbs_named", group.limbs_named)
        yield line(asked, f"Kommunens tekst nævner {da}.", f"The municipality's text names {en}.", source)
    for requirement in group.also_requires:
        da, en = listed("TargetGroup", "also_requires", (requirement,))
        yield line(asked, f"Kommunens tekst kræver, at man {da}.", f"The text requires that one {en}.", source)
    if group.least_age is not None:
        da, en = f"Kommunens tekst nævner {group.least_age} år.", f"The text names the age of {group.least_age}."
        yield line(asked, da, en, source)
    if group.offered_with_may:
        da, en = listed("TargetGroup", "offered_with_may", group.offered_with_may)
        da, en = (
            f"Om {da} siger teksten »kan«; loven siger »skal«.",
            f'Of {en} the text says "may"; the law says "must".',
        )
        yield line(asked, da, en, source)
    if group.residents_only:
        yield line(asked, "Kommunens tekst nævner kun egne borgere.", "The text names own citizens only.", source)
    if group.also_requires or group.residents_only:
        yield _no_bar(asked)


def _conditions(asked: Asked) -> Iterator[Line]:
    promise, source = said(asked, CitizenConditions)
    if promise is not None:
        da, en = listed("CitizenConditions", "conditions", promise.conditions)
        yield line(asked, f"Kommunens tekst beder om, at man {da}.", f"The text asks that one {en}.", source)
        if promise.wished_only:
            yield line(asked, "Det er et ønske og afgør ikke noget.", "It is a wish and decides nothing.", source)
        else:
            yield _no_bar(asked)
    gentle, where = said(asked, LeastIntrusive)
    if gentle is not None and gentle.tested_first:
        da, en = "Mindre indgribende hjælp prøves først.", "Less intrusive help is tested first."
        yield line(asked, da, en, where)


def _no_bar(asked: Asked) -> Line:
    return line(
        asked,
        "Et krav i kommunens tekst kan ikke lukke for dem, loven siger skal hjælpes.",
        "A requirement in the text cannot shut out those whom the law says must be helped.",
        sources.MUST_GROUPS,
    )


def _steps(asked: Asked) -> Iterator[Line]:
    promise, source = said(asked, CaseSteps)
    if promise is None:
        yield without_value(asked, CaseSteps, promised(asked.standard, CaseSteps))
        return
    da, en = listed("CaseSteps", "steps", promise.steps)
    yield line(asked, f"Sagens gang i kommunens tekst: {da}.", f"The steps in the text: {en}.", source)


def _decided_by(asked: Asked) -> Iterator[Line]:
    """How the assessment is made, which committee meets, and who else may decide."""
    yield from labelled(asked, AssessmentPromise)
    if said(asked, AssessmentPromise)[0] is not None:
        yield _no_bar(asked)
    yield from labelled(asked, Committee)
    yield from labelled(asked, Delegation)


def _duty_to_hear(asked: Asked) -> Line:
    return line(
        asked,
        "Bruger kommunen vigtige oplysninger imod {dig}, som {du} ikke kender, skal den høre {dig} først.",
        "If weighty facts that {you} {do/does} not know speak against {you}, the municipality must hear {you} first.",
        sources.HEARING_DUTY,
    )


def _postponed(asked: Asked) -> Line:
    return line(
        asked,
        "{Du} kan bede om, at afgørelsen venter, til {du} har udtalt {dig/sig}.",
        "{You} can ask that the decision waits until {you} {have/has} commented.",
        sources.MAY_BE_POSTPONED,
    )
