"""`ophold key new`: a fresh key for the settings, made by the system's own source of randomness."""

from __future__ import annotations

import base64
import secrets

import click

LENGTH = 32


@click.group()
def key() -> None:
    """Nøgler til indstillingerne."""


@key.command()
def new() -> None:
    """Skriv en ny nøgle: 32 tilfældige bytes som base64."""
    click.echo(base64.b64encode(secrets.token_bytes(LENGTH)).decode())
