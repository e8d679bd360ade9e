"""
config/*.toml and the environment become one Config, or a ConfigError that names file, key, value and what may be.

Read once, validated whole: unknown keys are errors, and what refers to something else must find it. A folder may hold
only some of the files; the packaged ones serve for the rest. Secrets never come here, only where they lie.
"""

from monitor.config.errors import ConfigError
from monitor.config.files import FILES, init, packaged
from monitor.config.loading import load
from monitor.config.settings import Config, Outlet, Settings

__all__ = ["FILES", "Config", "ConfigError", "Outlet", "Settings", "init", "load", "packaged"]
