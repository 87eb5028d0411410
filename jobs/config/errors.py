"""What can go wrong with a run, one class per cause; each message says what happened and what to do next."""


class BozzettoError(Exception):
    """The parent of every error that a run raises on purpose; the command line prints it without a traceback."""


class ConfigError(BozzettoError, ValueError):
    """A configuration has an unknown key, a value of the wrong type or a number out of range."""


class PromptError(BozzettoError, ValueError):
    """A prompt cannot be used as text."""


class DataError(BozzettoError, ValueError):
    """A file that this package wrote does not hold what it should: cut short, edited, or made to do harm."""


class RunFolderError(BozzettoError):
    """A run folder is missing, is not a run, cannot be written, or is taken."""


class RunInUseError(RunFolderError):
    """Another process holds the run folder."""


class DiskError(RunFolderError):
    """A file of the run could not be written: the disk is full, a quota is reached, or permission is lacking."""


class DiskFullError(DiskError):
    """There is no room, or too little, for the files of a run."""


class MemoryShortError(BozzettoError):
    """A run would need more memory than this machine has to give."""


class CheckpointError(BozzettoError):
    """No generation of the checkpoint can be read."""


class PriorError(BozzettoError):
    """The image prior cannot be loaded: unknown name, missing package, missing or damaged weights."""


class ImagesError(BozzettoError, ValueError):
    """Posed images cannot be used: missing, damaged, too large, or with impossible cameras."""


class DivergedError(BozzettoError):
    """The loss stayed NaN or infinite after every roll-back."""


class CollapsedError(BozzettoError):
    """The field has become empty or fills the whole view, so that no object can come out of it.

    Args:
        message: what happened and what to do.
        what: the first half of that, for a run that tries again.
    """

    def __init__(self, message: str, what: str = "") -> None:
        super().__init__(message)
        self.what = what


class ExportError(BozzettoError):
    """The field could not be turned into files."""


class TeachError(BozzettoError, ValueError):
    """An object cannot be taught, or a word pack cannot be used."""


class QueueError(BozzettoError):
    """The queue's file cannot be used, or does not hold what was asked for."""


class RunInterrupted(BozzettoError):  # noqa: N818 - it is an event, not a fault
    """The run was stopped by a signal after saving a checkpoint.

    Attributes:
        exit_code: 128 + the signal's number, as shells expect.
    """

    def __init__(self, message: str, exit_code: int = 130) -> None:
        super().__init__(message)
        self.exit_code = exit_code
