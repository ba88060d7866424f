"""`python -m desktop.commands …` is `zhibao …`."""

from __future__ import annotations

import sys

from desktop.commands import main

sys.exit(main())
