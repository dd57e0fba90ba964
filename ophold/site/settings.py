"""Settings, from the environment only. Each reader names the variable and what it accepts when it is wrong."""

from __future__ import annotations

import base64
import hashlib
import os
from datetime import date
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent.parent


def _flag(name: str, default: bool = False) -> bool:
    raw = os.environ.get(name, "").strip().lower()
    if raw not in ("", "0", "1"):
        raise ImproperlyConfigured(f"{name} er sat til en ukendt værdi; skriv 1 (ja) eller 0 (nej).")
    return raw == "1" if raw else default


def _day(name: str) -> date | None:
    raw = os.environ.get(name, "").strip()
    try:
        return date.fromisoformat(raw) if raw else None
    except ValueError as wrong:
        raise ImproperlyConfigured(
            f"{name} er ikke en dato; skriv den som 2026-03-02, eller lad den være tom."
        ) from wrong


def _key(name: str) -> bytes:
    """32 bytes in base64; in demo mode a fixed key that everybody knows, otherwise refused when missing."""
    raw = os.environ.get(name, "").strip()
    if raw:
        try:
            key = base64.b64decode(raw, validate=True)
        except ValueError as wrong:
            raise ImproperlyConfigured(f"{name} er ikke base64; lav en nøgle med `ophold key new`.") from wrong
        if len(key) != 32 or (not DEMO and key == _demo_key(name)):
            raise ImproperlyConfigured(f"{name} skal være en egen nøgle på 32 bytes; lav en med `ophold key new`.")
        return key
    if DEMO:
        return _demo_key(name)
    raise ImproperlyConfigured(f"{name} mangler. Uden for demo skal nøglen stå i miljøet; lav en med `ophold key new`.")


def _demo_key(name: str) -> bytes:
    return hashlib.sha256(b"ophold demo, known to everybody: " + name.encode()).digest()


DEMO = _flag("OPHOLD_DEMO")
OPHOLD_TODAY = _day("OPHOLD_TODAY") if DEMO else None
VAR = Path(os.environ.get("OPHOLD_VAR", BASE_DIR / "var"))
STANDARDS_DIR = Path(os.environ.get("OPHOLD_STANDARDS", BASE_DIR / "standards"))
LAW_DIR = BASE_DIR  # law.yaml and rates/
MUNICIPALITIES_DIR = Path(os.environ.get("OPHOLD_MUNICIPALITIES", BASE_DIR / "municipalities"))

SECRET_KEY = base64.b64encode(_key("OPHOLD_SECRET_KEY")).decode() * 2
CPR_SEAL_KEY = _key("OPHOLD_CPR_SEAL_KEY")  # AES-256-GCM over CPR numbers and personal text
CPR_INDEX_KEY = _key("OPHOLD_CPR_INDEX_KEY")  # HMAC-SHA256: finds a CPR number without storing it
JOURNAL_KEY = _key("OPHOLD_JOURNAL_KEY")  # HMAC-SHA256 chain over the journal; never in the database

DEBUG = False
SECURE = _flag("OPHOLD_HTTPS", default=not DEMO)
ALLOWED_HOSTS = os.environ.get("OPHOLD_HOSTS", "127.0.0.1,localhost").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if SECURE else []
CSRF_FAILURE_VIEW = "ophold.site.errors.csrf_failure"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "ophold.record.people",
    "ophold.record.cases",
    "ophold.record.journal",
    "ophold.record.letters",
    "ophold.journey.intake",
    "ophold.journey.assessment",
    "ophold.journey.decisions",
    "ophold.journey.complaints",
    "ophold.journey.placements",
    "ophold.journey.plans",
    "ophold.outlook.desk",
    "ophold.outlook.citizen",
    "ophold.site",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "ophold.site.middleware.ChosenLanguage",
    "ophold.site.middleware.WholePageSignIn",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "ophold.record.people.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "ophold.site.urls"
WSGI_APPLICATION = "ophold.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "ophold" / "site" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "ophold.site.jinja.environment"},
    },
]

DATABASE_URL = os.environ.get("DATABASE_URL", f"sqlite:///{VAR / 'ophold.sqlite3'}")
DATABASES = {"default": dj_database_url.parse(DATABASE_URL)}
_db = DATABASES["default"]
if _db["ENGINE"].endswith("sqlite3"):
    _db["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        " PRAGMA recursive_triggers=ON;",  # so that REPLACE meets the triggers against deleting
    }
    _db["TEST"] = {"NAME": str(VAR / f"test-{os.getpid()}.sqlite3")}
elif _db["ENGINE"].endswith("postgresql"):
    _db["OPTIONS"] = {"server_side_binding": True, "prepare_threshold": 2}
    _db["CONN_MAX_AGE"] = 600
else:
    raise ImproperlyConfigured("DATABASE_URL skal begynde med sqlite:// eller postgres://.")

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["ophold.record.people.passwords.PasswordBackend"]
PASSWORD_HASHERS = ["ophold.record.people.passwords.Argon2idHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "front"

SESSION_ENGINE = "ophold.record.people.sessions"
SESSION_COOKIE_NAME = "ophold"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # with no-referrer a browser posts "Origin: null" and every form is refused
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: [] for feature in ("camera", "geolocation", "microphone", "payment", "usb", "fullscreen", "autoplay")
}

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LANGUAGE_COOKIE_HTTPONLY = True
LOCALE_PATHS = [BASE_DIR / "ophold" / "site" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "ophold" / "site" / "assets", BASE_DIR / "build" / "assets"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
LETTER_FONTS_DIR = BASE_DIR / "build" / "assets" / "fonts"  # filled at set-up; without them no letter is made
LETTER_CHANNELS = {
    "digital_post": "ophold.exchange.postbox.DigitalPostbox",
    "letter": "ophold.exchange.postbox.PaperTray",
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
