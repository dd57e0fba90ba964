"""The addresses of the published standards."""

from __future__ import annotations

from django.urls import path, register_converter

from ophold.site import views as pages
from ophold.site.published.addresses import OldVersionConverter, ProvisionConverter, VersionConverter
from ophold.site.published.views import compare, lists, versions

register_converter(VersionConverter, "version")
register_converter(OldVersionConverter, "oldversion")
register_converter(ProvisionConverter, "provision")

HERE = "standarder/<slug:key>/<version:version>/"
urlpatterns = [
    path("standarder/", pages.standards, name="standards"),
    path("standarder/<slug:key>/", pages.standard_in_force, name="standard-in-force"),
    path(HERE, pages.standard, name="standard"),
    path("sammenlign/", compare.compare, name="compare"),
    path("sammenlign/sammenligning.csv", compare.compare_sheet, name="compare-sheet"),
    path("sammenlign/sammenligning.json", compare.compare_json, name="compare-json"),
    path("standarder/oversigt.json", lists.as_json, name="standards-json"),
    path("standarder/oversigt.csv", lists.as_csv, name="standards-csv"),
    path("standarder/aendringer.atom", lists.changes, name="changes"),
    path("standarder/<slug:key>/aendringer.atom", lists.changes_of, name="changes-of"),
    path(f"{HERE}standard.yaml", versions.as_yaml, name="standard-yaml"),
    path(f"{HERE}standard.json", versions.as_json, name="standard-json"),
    path(f"{HERE}svar.json", versions.as_answers, name="standard-answers"),
    path(f"{HERE}standard.pdf", versions.as_pdf, name="standard-pdf"),
    path(f"{HERE}standard.en.pdf", versions.as_pdf, {"language": "en"}, name="standard-pdf-en"),
    path(f"{HERE}<provision:provision>/", versions.provision, name="provision"),
    path("standarder/<slug:key>/<oldversion:version>/", versions.old_address, name="old-address"),
    path("standarder/<slug:key>/<oldversion:version>/<path:rest>", versions.old_address, name="old-address-of-part"),
]
