"""Where this user's things lie: Books, settings, installed scheme packs, logs. Local, never the roaming profile."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HOME_VARIABLE = "ZHIBAO_HOME"


def home() -> Path:
    """Return the folder of this user's Books, settings and caches (local, never the roaming profile)."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "Zhibao"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "zhibao"
