"""Settings of the process that is killed: the same, but for the postbox and the folder."""

import os
from pathlib import Path

from tests.settings import *  # noqa: F403
from tests.settings import LETTER_CHANNELS

VAR = Path(os.environ["OPHOLD_POSTBOX"])
LETTER_CHANNELS = {**LETTER_CHANNELS, "digital_post": "tests.letters.killed.DeadlyPostbox"}
