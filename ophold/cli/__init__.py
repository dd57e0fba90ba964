"""The `ophold` command: what can be asked and done from the shell.

Each command is loaded when it is called, so that a rule answers without Django. To add one, write a click command in a
module of its own and name it in `COMMANDS`. A wrong name, date or file gives one line on stderr and exit 2.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import click

# name → where the click command lies, and its help line (shown without loading it)
COMMANDS = {
    "rule": ("ophold.cli.rule:rule", "Spørg en regel: frister, opfølgning, aflastning."),
    "guide": ("ophold.cli.guide:guide", "Hvad kan man forvente i en kommune?"),
    "standard": ("ophold.cli.standard:standard", "Vis de vedtagne standarder."),
    "sources": ("ophold.cli.sources:sources", "Retsgrundlaget: hvad det er, og hvem der henviser til noget afløst."),
    "key": ("ophold.cli.key:key", "Lav en nøgle, eller skift den, der forsegler."),
    "journal": ("ophold.cli.journal:journal", "Gennemgå journalen, eller forankr den."),
    "serve": ("ophold.cli.serve:serve", "Kør siden og arbejderen i drift."),
    "migrate": ("ophold.cli.serve:migrate", "Bring databasen og kommunerne på denne udgaves form."),
    "worker": ("ophold.cli.django:worker", "Kør kun arbejderen, der sender brevene."),
    "doctor": ("ophold.cli.doctor:doctor", "Se efter, om alt er, som det skal være."),
    "backup": ("ophold.cli.backup:backup", "Tag en sikkerhedskopi."),
    "restore": ("ophold.cli.backup:restore", "Læg en sikkerhedskopi tilbage."),
    "account": ("ophold.cli.account:account", "Nødkonti: opret, list, nyt link, luk."),
    "demo": ("ophold.cli.django:demo", "Læg demonstrationens data i databasen."),
}


class Commands(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, _: click.Context) -> list[str]:
        """Their names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """The command of a name, imported now."""
        if name not in COMMANDS:
            return None
        module, attribute = COMMANDS[name][0].split(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """Their help lines, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_module, line) in COMMANDS.items()])


@click.command(cls=Commands)
@click.version_option(package_name=None, version="0.1.0", prog_name="ophold")
def ophold() -> None:
    """Midlertidigt ophold efter serviceloven § 107: fra ansøgning til egen hoveddør."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code: 0 for any answer, 2 with one line for a wrong question."""
    try:
        code = ophold.main(
            args=None if arguments is None else list(arguments), prog_name="ophold", standalone_mode=False
        )
    except click.exceptions.NoArgsIsHelpError as help_wanted:
        click.echo(help_wanted.format_message())
        raise SystemExit(0) from None
    except click.Abort:
        raise SystemExit(130) from None
    except click.ClickException as wrong:
        click.echo(_sentence(wrong), err=True)
        raise SystemExit(2) from None
    except BrokenPipeError:
        sys.stderr.close()  # whoever read the answer has gone; nothing is left to say
        raise SystemExit(0) from None
    raise SystemExit(code if isinstance(code, int) else 0)


def _sentence(wrong: click.ClickException) -> str:
    """What was wrong with the question, in one Danish line."""
    match wrong:
        case click.MissingParameter(param=parameter) if parameter is not None:
            return f"{_called(parameter)} mangler; skriv den efter kommandoen (se --help)."
        case click.NoSuchOption(option_name=name, possibilities=near):
            return f"Valget {name} kendes ikke; " + (f"mente du {near[0]}?" if near else "se --help.")
        case click.BadOptionUsage(option_name=name):
            return f"{name} mangler en værdi; skriv den efter valget (se --help)."
        case click.BadParameter(param=parameter) if parameter is not None:
            return " ".join(f"{_called(parameter)}: {wrong.message}".split())
    said = " ".join(wrong.format_message().split())
    if said.startswith("No such command"):
        return f"Kommandoen {said.split()[-1].rstrip('.')} kendes ikke; se --help."
    if said.startswith("Got unexpected extra argument"):
        return f"Der står mere, end kommandoen tager imod: {said.partition('(')[2].rstrip(')')}; se --help."
    return said


def _called(parameter: click.Parameter) -> str:
    return max(parameter.opts, key=len) if isinstance(parameter, click.Option) else (parameter.name or "").upper()
