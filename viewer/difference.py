"""What differs between the configurations of runs."""

from collections.abc import Mapping, Sequence
from typing import Any


def flatten(values: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested settings as `group.name -> value`."""
    flat: dict[str, Any] = {}
    for key, value in values.items():
        if isinstance(value, Mapping):
            flat |= flatten(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = value
    return flat


def differences(configs: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Settings whose values are not the same in all configurations.

    Args:
        configs: at least one, nested as in config.json.
    Returns:
        `group.name` -> the value in each configuration as text, an en dash where it has none.
    """
    flats = [flatten(config) for config in configs]
    names = list(dict.fromkeys(name for flat in flats for name in flat))
    absent = object()
    rows = {}
    for name in names:
        values = [flat.get(name, absent) for flat in flats]
        if any(value != values[0] or type(value) is not type(values[0]) for value in values[1:]):
            rows[name] = ["\u2013" if value is absent else str(value) for value in values]
    return rows
