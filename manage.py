"""Django's own commands, for developers and operations; people use `ophold`."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ophold.site.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
