"""The few errors that callers catch. Each message says what, where and how to mend it."""


class LoopedError(Exception):
    """Something the person at the keyboard can mend. Its text is shown as it is."""


class UsageError(LoopedError):
    """Wrong words on the command line, or a request that makes no sense."""


class UnreadableError(LoopedError):
    """A file, folder or address that holds nothing readable."""
