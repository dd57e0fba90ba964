"""How a version is written in an address: in Danish, as everything in an address is. `undated-1` is `udateret-1` there.

Reading: docs/decisions/0098-addresses-and-files.md.
"""

from __future__ import annotations

STORED, SPOKEN = "undated-", "udateret-"


class VersionConverter:
    """A version's name in an address."""

    regex = r"udateret-[1-9]\d?|\d{4}-\d{2}-\d{2}(?:-[1-9]\d?)?"

    def to_python(self, value: str) -> str:
        """The name it is stored under."""
        return version_in(value)

    def to_url(self, value: str) -> str:
        """The name an address has for it."""
        return slug(value)


class OldVersionConverter:
    """The name an undated version had in addresses before."""

    regex = r"undated-[1-9]\d?"

    def to_python(self, value: str) -> str:
        """As it is stored."""
        return value

    def to_url(self, value: str) -> str:
        """As it was."""
        return value


def version_in(address: str) -> str:
    """The stored name of a version that an address names."""
    return STORED + address.removeprefix(SPOKEN) if address.startswith(SPOKEN) else address


def slug(version: str) -> str:
    """How an address names a version."""
    return SPOKEN + version.removeprefix(STORED) if version.startswith(STORED) else version


class ProvisionConverter:
    """A provision's number, as B16."""

    regex = r"[A-Z]{1,3}[1-9]\d{0,2}"

    def to_python(self, value: str) -> str:
        """As it is stored."""
        return value

    def to_url(self, value: str) -> str:
        """As it is stored."""
        return value
