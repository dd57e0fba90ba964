"""The README's picture of the work list, as a caseworker sees it in the demonstration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django import Settings

from ophold.record.people.models import Account
from tests import people
from tests.browser.conftest import axe, opened, screenshot


def test_a_work_list_with_a_demonstration_in_it(
    page: Page, be: Callable[[Page, Account], None], settings: Settings, tmp_path: Path
) -> None:
    settings.VAR = tmp_path
    call_command("municipalities", verbosity=0)
    call_command("demo", "--open", "40", "--closed", "0", "--today", people.TODAY.isoformat(), verbosity=0)
    be(page, Account.objects.get(username="anna"))
    opened(page, f"{reverse('work-list')}?vis=team")
    assert page.locator(".work-row").count() > 5
    axe(page)
    screenshot(page, "work-list-demo")
