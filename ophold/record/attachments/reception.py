"""What a page with papers does first: what was uploaded is checked and held, and what is to be removed is let go."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError

from ophold.record.attachments import actions
from ophold.record.attachments.forms import WithPapers
from ophold.record.attachments.tray import Tray, form_tray
from ophold.record.form_fields import ActKeyField
from ophold.record.people.models import Account, Municipality

ATTACH, REMOVE = "attach", "remove"  # the two buttons


def receive(form: WithPapers, tray: Tray, *, at: datetime) -> None:
    """Before the form is judged; it then knows what waits and what was refused."""
    if form.is_bound:
        form.only_papers = ATTACH in form.data or REMOVE in form.data
        if REMOVE in form.data:
            actions.let_go(tray, str(form.data[REMOVE]).replace("\0", ""))
        uploads = form.fields["papers"].widget.value_from_datadict(form.data, form.files, form.add_prefix("papers"))
        form.refused = actions.take_in(tray, uploads, at=at)
    form.held = tray.lines()


def receive_beside(form: WithPapers, account: Account, municipality: Municipality, *, at: datetime) -> None:
    """The same for a form that is no draft: its tray is found by the key of its act."""
    if not form.is_bound:
        return  # its key is new, and nothing lies there
    try:
        key = ActKeyField().clean(form["act_key"].value())
    except ValidationError:
        return  # no page of ours; the form says so
    receive(form, form_tray(account, municipality, key), at=at)
