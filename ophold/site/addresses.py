"""Addresses that are the same for everybody, looked up once a process. Nothing about a person is ever kept here."""

from __future__ import annotations

from functools import cache

from django.templatetags.static import static
from django.urls import reverse


@cache
def fixed_address(name: str) -> str:
    """The address of a page that has only one."""
    return reverse(name)


@cache
def static_href(path: str) -> str:
    """Where a static file lies, with the mark of its content."""
    return static(path)
