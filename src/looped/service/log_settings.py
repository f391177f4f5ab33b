"""Every line of the log by one hand: looped.workflow.log. No mail of faults, no page that shows variables."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "looped.workflow.log.Lines"}},
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["lines"], "level": "WARNING"},
    "loggers": {
        "looped": {"level": "INFO"},
        # Django's own handlers are taken away: one prints plainly, one sends mail.
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        # What isn't there or allowed is in the line of its request already.
        "django.request": {"level": "ERROR"},
        "py.warnings": {"level": "ERROR"},
    },
}
