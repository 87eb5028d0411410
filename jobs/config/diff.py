"""What differs between nested settings, such as the configurations of runs."""

from collections.abc import Mapping, Sequence
from typing import Any

ABSENT = "\u2013"
"""What a setting reads as where it is missing."""


def flatten(values: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested settings as `group.name -> value`."""
    flat: dict[str, Any] = {}
    for key, value in values.items():
        if isinstance(value, Mapping):
            flat |= flatten(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = value
    return flat


def differences(settings: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Settings whose values are not the same in all of several mappings.

    Args:
        settings: at least one, nested as in config.json.
    Returns:
        `group.name` -> its value in each as text, ABSENT where it has none; in the order of the mappings.
    """
    flats = [flatten(values) for values in settings]
    missing = object()
    rows = {}
    for name in dict.fromkeys(name for flat in flats for name in flat):
        values = [flat.get(name, missing) for flat in flats]
        if any(value != values[0] or type(value) is not type(values[0]) for value in values[1:]):
            rows[name] = tuple(ABSENT if value is missing else str(value) for value in values)
    return rows
