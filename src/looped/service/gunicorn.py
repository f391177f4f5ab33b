"""How gunicorn serves the pages. `looped serve` names this file."""

import logging
import os
import sys
from typing import Any

from gunicorn.glogging import Logger

from looped.workflow.log import Lines


class Log(Logger):  # type: ignore[misc]  # gunicorn ships no types
    """gunicorn's own messages in the form of ours. There is no log of accesses: addresses hold what was searched."""

    def setup(self, cfg: Any) -> None:
        """Once, and again when it is reloaded."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(Lines())


def on_starting(server: Any) -> None:
    """Take back what gunicorn puts first on the path: a file in the folder where we start isn't a module of ours."""
    if sys.path[0] == server.cfg.chdir:
        del sys.path[0]


# A warning quotes what it warns of: it goes the way of all lines instead of straight to standard error.
logging.captureWarnings(True)

workers = 1
threads = 4
# Browsers that think for a while keep their connection: gunicorn's own two seconds would reset them.
keepalive = 75
accesslog = None
logger_class = Log
control_socket_disable = True
# Who may say that a request came by TLS. Nobody, unless LOOPED_PROXY names them.
forwarded_allow_ips = os.environ.get("LOOPED_PROXY", "")
