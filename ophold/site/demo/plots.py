"""What becomes of a case: granted, refused, granted in part, complained about, answered late."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ophold.journey.decisions.choices import Outcome
from ophold.site.demo import afterwards, life
from ophold.site.demo.life import Life


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """How one case goes."""

    outcome: Outcome = Outcome.GRANT
    late: bool = False  # the promised day passes, and a notice of delay is sent
    complains: bool = False


PLOTS = (
    Plot(),
    Plot(outcome=Outcome.REFUSAL),
    Plot(),
    Plot(outcome=Outcome.REFUSAL, complains=True),
    Plot(late=True),
    Plot(outcome=Outcome.PARTIAL),
    Plot(),
    Plot(outcome=Outcome.REFUSAL, late=True),
)


def follow(started: Life, plot: Plot) -> None:
    """Live a received case through its plot until it is closed; raises Over when the last day comes first."""
    granted = plot.outcome is not Outcome.REFUSAL
    life.assess(started, met=granted)
    remarks = life.hear(started, adverse=plot.outcome is not Outcome.GRANT)
    if plot.late:
        life.outlast_the_promise(started)
    life.conclude(started, plot.outcome, remarks=remarks)
    if granted:
        afterwards.stay(started)
        life.close(started, _("Borgeren er flyttet i egen bolig efter eget ønske."))
    elif plot.complains:
        afterwards.complain(started)
        life.close(started, _("Ankestyrelsen har stadfæstet afgørelsen."))
    else:
        started.wait(40, 70)
        life.close(started, _("Klagefristen er udløbet, og der er ikke klaget."))
