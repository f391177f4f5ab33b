"""Settings of commands that know the tables of sign-in: those of the pages, without a line of log for each deed.

Whoever runs them reads what was done in words, and the trail has it; faults are logged as everywhere.
"""

from looped.service.web_settings import *  # noqa: F403  # the pages' settings hold here as well
from looped.service.web_settings import LOGGING

LOGGING = {**LOGGING, "loggers": {**LOGGING["loggers"], "looped": {"level": "WARNING"}}}
