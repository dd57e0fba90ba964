"""Settings, from the environment only: `ophold.site.environment` has every variable and what it accepts."""

from __future__ import annotations

import base64
import os

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from ophold.site import environment, logs

BASE_DIR = environment.BASE_DIR
try:
    DEMO = environment.flag("OPHOLD_DEMO")
    OPHOLD_TODAY = environment.day("OPHOLD_TODAY") if DEMO else None
    SECRET_KEY = base64.b64encode(environment.key("OPHOLD_SECRET_KEY", demo=DEMO)).decode() * 2
    CPR_SEAL_KEYS = environment.keys("OPHOLD_CPR_SEAL_KEY", demo=DEMO)  # AES-256-GCM, by number; the first seals
    CPR_INDEX_KEYS = environment.keys("OPHOLD_CPR_INDEX_KEY", demo=DEMO)  # HMAC-SHA256: finds a number, stores none
    JOURNAL_KEY = environment.key("OPHOLD_JOURNAL_KEY", demo=DEMO)  # HMAC-SHA256 chain; never in the database
    SECURE = environment.flag("OPHOLD_HTTPS", default=not DEMO)
    BEHIND_PROXY = environment.flag("OPHOLD_PROXY")
    LOG_LEVEL = environment.one_of("OPHOLD_LOG_LEVEL", ("INFO", "WARNING", "ERROR"), "INFO")
except environment.NotUnderstood as wrong:
    raise ImproperlyConfigured(str(wrong)) from wrong

VAR = environment.folder("OPHOLD_VAR", BASE_DIR / "var")
ANCHORS = environment.text("OPHOLD_ANCHORS")  # where `ophold journal anchor` writes; empty for nowhere
STANDARDS_DIR = environment.folder("OPHOLD_STANDARDS", BASE_DIR / "standards")
LAW_DIR = BASE_DIR  # law.yaml and rates/
MUNICIPALITIES_DIR = environment.folder("OPHOLD_MUNICIPALITIES", BASE_DIR / "municipalities")

DEBUG = False
ALLOWED_HOSTS = [host.strip() for host in environment.text("OPHOLD_HOSTS", "127.0.0.1,localhost").split(",")]
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
    "ophold.record.administration",
    "ophold.record.standards",
    "ophold.record.journal",
    "ophold.record.letters",
    "ophold.record.attachments",
    "ophold.journey.intake",
    "ophold.journey.assessment",
    "ophold.journey.assessment.themes",
    "ophold.journey.assessment.information",
    "ophold.journey.decisions",
    "ophold.journey.complaints",
    "ophold.journey.placements",
    "ophold.journey.plans",
    "ophold.outlook.desk",
    "ophold.outlook.citizen",
    "ophold.site",
]

MIDDLEWARE = [
    "ophold.site.middleware.RequestLog",
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

DATABASE_URL = environment.text("DATABASE_URL", f"sqlite:///{VAR / 'ophold.sqlite3'}")
DATABASES = {"default": dj_database_url.parse(DATABASE_URL)}
_db = DATABASES["default"]
_db["CONN_MAX_AGE"] = 600  # also SQLite: opening the file and setting its pragmas anew costs more than the list itself
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
SESSION_LONGEST = 12 * 60 * 60  # however often it is prolonged
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
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
FILE_UPLOAD_HANDLERS = ["ophold.record.attachments.uploading.InMemory"]  # never on a disk in clear
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 30  # more than a form takes, so that the form can say so

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
LETTER_FONTS_DIR = BASE_DIR / "build" / "assets" / "fonts"  # filled at set-up; without them no letter is made
LETTER_CHANNELS = {
    "digital_post": "ophold.exchange.postbox.DigitalPostbox",
    "letter": "ophold.exchange.postbox.PaperTray",
}

LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = logs.configuration(LOG_LEVEL, demo=DEMO)
