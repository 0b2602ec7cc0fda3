"""Where the user's own things live: settings, recent files, caches, sessions that are running or were saved.

``THRESHOLD_HOME`` names another folder for all of them; tests always set it.
"""

from __future__ import annotations

import os
from pathlib import Path

APP = "threshold"


def _home() -> Path | None:
    named = os.environ.get("THRESHOLD_HOME")
    return Path(named) if named else None


def config_folder() -> Path:
    """Folder of settings and recent files (it may not exist yet)."""
    home = _home()
    if home is not None:
        return home / "config"
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def cache_folder() -> Path:
    """Folder of things that can be made again at any time (it may not exist yet)."""
    home = _home()
    if home is not None:
        return home / "cache"
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False)


def data_folder() -> Path:
    """Folder of what the user made and wants to keep (it may not exist yet)."""
    home = _home()
    if home is not None:
        return home / "data"
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def sessions_folder() -> Path:
    """Folder of the sessions that are running or were saved (it may not exist yet)."""
    return data_folder() / "sessions"
