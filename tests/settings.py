"""The product's settings for tests: demo mode, a folder for the database file, static files without a build."""

import os

os.environ.setdefault("OPHOLD_DEMO", "1")

from ophold.site.settings import *  # noqa: F403
from ophold.site.settings import STORAGES, VAR

VAR.mkdir(parents=True, exist_ok=True)
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
