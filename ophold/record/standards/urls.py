"""Where a policy officer works."""

from django.urls import path

from ophold.record.standards.views import adoption, drafts, sections

KLADDE = "kommunens-standard/kladde/<int:number>/"

urlpatterns = [
    path("kommunens-standard/", drafts.drafts, name="drafts"),
    path("kommunens-standard/begynd/", drafts.begin, name="begin-draft"),
    path("kommunens-standard/indlaes/", drafts.take_in, name="import-draft"),
    path("standarder/<slug:key>/<slug:version>/referat/", adoption.minutes, name="minutes"),
    path(KLADDE, drafts.draft, name="draft"),
    path(f"{KLADDE}afsnit/<slug:name>/", sections.section, name="draft-section"),
    path(f"{KLADDE}afsnit/<slug:name>/behold/", sections.keep_theirs, name="keep-theirs"),
    path(f"{KLADDE}afsnit/<slug:name>/fjern/", sections.remove_provision, name="remove-provision"),
    path(f"{KLADDE}bestemmelse/", sections.add_provision, name="add-provision"),
    path(f"{KLADDE}forskelle/", drafts.difference, name="draft-difference"),
    path(f"{KLADDE}tjek/", adoption.check, name="draft-check"),
    path(f"{KLADDE}vedtag/", adoption.adopt, name="adopt-draft"),
    path(f"{KLADDE}fil/", drafts.as_yaml, name="draft-yaml"),
    path(f"{KLADDE}traek-tilbage/", drafts.withdraw, name="withdraw-draft"),
]
