"""What a form takes into open text is told to leave CPR numbers out, and no form takes more than it must."""

from __future__ import annotations

from importlib import import_module

import pytest
from django import forms

from ophold.record.form_fields import OpenCharField
from tests.architecture import tree
from tests.architecture.test_models import OPEN

OPEN_NAMES = {name.rpartition(".")[2] for name in OPEN} - {
    "username",
    "password",
    "contents",
    "rules",
    "subject",
    "source",
}


def _forms() -> list[type[forms.BaseForm]]:
    for path in tree.code():
        if path.name == "forms.py" or path.parent.name == "forms":
            import_module(".".join(path.relative_to(tree.ROOT).with_suffix("").parts).removesuffix(".__init__"))
    found, wait = set(), [forms.BaseForm]
    while wait:
        kinds = wait.pop().__subclasses__()
        found |= {kind for kind in kinds if kind.__module__.startswith("ophold.")}
        wait += kinds
    return sorted(found, key=lambda kind: kind.__qualname__)


def _is_text(field: forms.CharField) -> bool:
    return type(field) in (forms.CharField, OpenCharField)


@pytest.mark.parametrize("form", _forms(), ids=lambda form: f"{form.__module__.split('.')[-2]}.{form.__name__}")
def test_open_text_takes_no_cpr_number_and_every_text_has_an_end(form: type[forms.Form]) -> None:
    fields = form.base_fields.items()
    texts = {name: field for name, field in fields if isinstance(field, forms.CharField) and _is_text(field)}
    assert not {name for name in texts.keys() & OPEN_NAMES if not isinstance(texts[name], OpenCharField)}
    assert not {name for name, field in texts.items() if field.max_length is None}
