"""How the program reaches the network, as the settings say. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sync.proxies import use_proxy

if TYPE_CHECKING:
    from desktop.settings import Settings

SYSTEM, NONE, MANUAL = "system", "none", "manual"


def apply_proxy(settings: Settings) -> str | None:
    """Have every request from now on go as chosen; return how, as `sync.proxies.use_proxy` takes it.

    Without an address the manual way is the system's; so is a choice nobody knows.
    """
    manual = settings.proxy == MANUAL and bool(settings.proxy_address)
    chosen = settings.proxy_address if manual else "" if settings.proxy == NONE else None
    use_proxy(chosen)
    return chosen
