"""The product's settings for tests: demo mode, a folder for the database file, static files without a build."""

import os

os.environ.setdefault("OPHOLD_DEMO", "1")

from ophold.site.language import main as compile_translations
from ophold.site.settings import *  # noqa: F403
from ophold.site.settings import STORAGES, VAR

VAR.mkdir(parents=True, exist_ok=True)
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT = VAR / "static"  # empty: no test client asks for a static file, but whitenoise looks for the folder
STATIC_ROOT.mkdir(exist_ok=True)
compile_translations()  # before the first text is looked up
