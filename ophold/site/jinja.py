"""The Jinja2 environment that renders every page: strict, escaped, in the reader's language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ophold import __version__
from ophold.site import controls, findings, formats, navigation
from ophold.site.addresses import fixed_address, static_href

SITE_TEMPLATES = Path(__file__).resolve().parent / "templates"


def template_folders() -> list[Path]:
    """Where templates lie: the site's own first, then each of our apps' `templates`."""
    ours = [Path(app.path) / "templates" for app in apps.get_app_configs() if app.name.startswith("ophold.")]
    return [SITE_TEMPLATES, *(folder for folder in ours if folder.is_dir() and folder != SITE_TEMPLATES)]


def environment(**options: Any) -> Environment:
    """Made by Django's Jinja2 backend; the loader knows every app's own folder."""
    options |= {
        "loader": FileSystemLoader(template_folders()),
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "extensions": ["jinja2.ext.i18n"],
    }
    env = Environment(**options)  # noqa: S701 - Django's backend passes autoescape=True in options
    env.install_gettext_callables(gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext)  # type: ignore[attr-defined] # added by the extension
    env.globals |= {
        "url": url,
        "static": static_href,
        "icon_href": icon_href,
        "control": controls.control,
        "error_links": controls.error_links,
        "finding_view": findings.view,
        "main_menu": navigation.main_menu,
        "may_search": navigation.may_search,
        "language": formats.language,
        "demo": settings.DEMO,
        "version": __version__,
    }
    env.filters |= {
        "day": formats.day,
        "plain_day": formats.plain_day,
        "short_day": formats.short_day,
        "iso": formats.iso,
        "moment": formats.moment,
        "distance": formats.distance,
        "number": formats.number,
        "size": formats.size,
    }
    return env


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a named page."""
    return reverse(name, args=args, kwargs=kwargs) if args or kwargs else fixed_address(name)


def icon_href(name: str) -> str:
    """Where an icon lies in dkfds' sprite."""
    return f"{static_href('dkfds/img/all-svg-icons.svg')}#{name}"
