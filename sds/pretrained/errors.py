"""What can go wrong with a pretrained model before it has said anything; each message ends in the next step."""


class PretrainedError(RuntimeError):
    """The parent: a pretrained model cannot be used."""


class MissingPackageError(PretrainedError):
    """The optional packages are not installed."""


class LayoutError(PretrainedError):
    """A folder is not laid out as `diffusers` lays models out, or a part of it is missing."""


class DamagedWeightsError(PretrainedError):
    """A weights file is cut short or is no safetensors file."""


class UnsupportedModelError(PretrainedError):
    """The model is of a kind that no prior here speaks for."""


class MismatchError(PretrainedError):
    """The parts of a model do not belong together."""


class AccessError(PretrainedError):
    """A model on the hub cannot be reached: gated, deleted, no network, or not on this machine while offline."""


class MemoryNeedError(PretrainedError):
    """The model does not fit into the memory that is free."""
