"""Fixtures every test may ask for. Nothing here is a stand-in: Books are files, the endpoint is a process."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
