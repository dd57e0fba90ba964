"""Stored codes about people."""

from django.utils.translation import gettext_lazy as _

from ophold.record.codes import Codes


class AccountKind(Codes):
    """Who an account stands for."""

    CITIZEN = "citizen", _("Borger")
    STAFF = "staff", _("Medarbejder")


class Role(Codes):
    """What a member of staff may do; one role an account."""

    CASEWORKER = "caseworker", _("Sagsbehandler")
    TEAM_LEADER = "team_leader", _("Teamleder")
    POLICY_OFFICER = "policy_officer", _("Udviklingskonsulent")
    APPEALS_OFFICER = "appeals_officer", _("Klagekonsulent")
    ADMINISTRATOR = "administrator", _("Administrator")


CASE_ROLES = (Role.CASEWORKER, Role.TEAM_LEADER, Role.APPEALS_OFFICER)  # who opens cases at all
