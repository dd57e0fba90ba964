"""The product's settings for tests: demo mode, a folder for the database file, static files without a build."""

import os

os.environ.setdefault("OPHOLD_DEMO", "1")

from ophold.site.language import main as compile_translations
from ophold.site.settings import *  # noqa: F403
from ophold.site.settings import DATABASES, STORAGES, VAR

VAR.mkdir(parents=True, exist_ok=True)
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Tests survive no power cut: they do not wait for the disk.
if "init_command" in DATABASES["default"]["OPTIONS"]:
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
else:
    DATABASES["default"]["OPTIONS"]["options"] = "-c synchronous_commit=off"
STATIC_ROOT = VAR / "static"  # empty: no test client asks for a static file, but whitenoise looks for the folder
STATIC_ROOT.mkdir(exist_ok=True)
compile_translations()  # before the first text is looked up
