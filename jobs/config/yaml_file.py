"""A bounded reader of YAML that others wrote: bytes, nodes after aliases, depth; plain values, nothing constructed.

PyYAML's own safe loader follows aliases without an end (nine levels of nine are a billion nodes), and raises all kinds
of errors for dates, tags and keys.
"""

import re
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import ConfigError, DataError
from bozzetto.jobs.config.json_file import MAX_DIGITS, read_file

MAX_BYTES = 1 << 16
"""Greatest size of a file; threestudio's have 3 to 5 kB."""
MAX_NODES = 20_000
"""Values in a file, those that aliases repeat counted each time."""
MAX_DEPTH = 20

_INT = re.compile(r"[-+]?(0|[1-9][0-9_]*)$")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?$")
_SPECIAL = {".inf": "inf", "-.inf": "-inf", "+.inf": "inf", ".nan": "nan"}
_TRUE, _FALSE, _NULL = ("true", "yes", "on"), ("false", "no", "off"), ("", "~", "null")
_PLAIN_TAGS = tuple(
    f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null", "str", "timestamp", "value")
)


def read_yaml(path: Path) -> Any:
    """The values of a YAML file: mappings with text keys, lists, text, numbers, true, false and null.

    What YAML 1.1 takes for a date is text here, and so are numbers with colons, and in octal, hexadecimal or binary.

    Raises:
        ConfigError: it cannot be read, is no YAML, is too large, or holds tags, merge keys, keys that are no text, or
            more values than MAX_NODES once its aliases are followed.
    """
    try:
        import yaml
    except ImportError as error:
        raise ConfigError("YAML files need PyYAML; install it with: pip install pyyaml") from error
    try:
        text = read_file(path, MAX_BYTES).decode("utf-8")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except FileNotFoundError:
        raise ConfigError(f"{path} cannot be read: there is no such file") from None
    except DataError as error:
        raise ConfigError(f"{path} {error}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path} cannot be read: it is not UTF-8 text (byte {error.start})") from None
    except RecursionError:
        raise ConfigError(f"{path} is nested more than {MAX_DEPTH} deep") from None
    except (yaml.YAMLError, ValueError) as error:
        raise ConfigError(f"{path} is no YAML: {' '.join(str(error).split())}") from None
    return _Values(path).of(node, 0)


class _Values:
    """Turns nodes into values, and counts them."""

    def __init__(self, path: Path) -> None:
        self._path, self._count = path, 0

    def of(self, node: Any, depth: int) -> Any:
        import yaml

        self._count += 1
        if self._count > MAX_NODES:
            raise ConfigError(f"{self._path} holds more than {MAX_NODES} values once its aliases are followed")
        if depth > MAX_DEPTH:
            raise ConfigError(f"{self._path} is nested more than {MAX_DEPTH} deep")
        if node is None:
            return None
        line = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode) and node.tag == "tag:yaml.org,2002:map":
            values = {}
            for key, value in node.value:
                if key.tag == "tag:yaml.org,2002:merge":
                    raise ConfigError(f"{self._path}, line {line}: merge keys (<<) are not supported; write them out")
                if not isinstance(key, yaml.ScalarNode) or key.tag not in _PLAIN_TAGS:
                    raise ConfigError(f"{self._path}, line {key.start_mark.line + 1}: a key must be text")
                values[str(key.value)] = self.of(value, depth + 1)
            return values
        if isinstance(node, yaml.SequenceNode) and node.tag == "tag:yaml.org,2002:seq":
            return [self.of(item, depth + 1) for item in node.value]
        if isinstance(node, yaml.ScalarNode) and node.tag in _PLAIN_TAGS:
            return self._scalar(node, line)
        raise ConfigError(f"{self._path}, line {line}: the tag {node.tag!r:.80} is not supported")

    def _scalar(self, node: Any, line: int) -> Any:
        text = node.value
        # Quoted, or a date: text.
        if node.tag.endswith((":str", ":timestamp", ":value")):
            return text
        if node.tag.endswith(":null") and text.lower() in _NULL:
            return None
        if node.tag.endswith(":bool") and text.lower() in (*_TRUE, *_FALSE):
            return text.lower() in _TRUE
        if node.tag.endswith(":int") and _INT.match(text):
            digits = text.replace("_", "")
            if len(digits.lstrip("+-")) > MAX_DIGITS:
                raise ConfigError(f"{self._path}, line {line}: a whole number of {len(digits)} digits")
            return int(digits)
        if node.tag.endswith((":float", ":int")):
            if text.lower() in _SPECIAL:
                return float(_SPECIAL[text.lower()])
            if _FLOAT.match(text):
                return float(text.replace("_", ""))
            if re.match(r"[-+]?[0-9]", text):
                return text
        raise ConfigError(f"{self._path}, line {line}: {text!r:.60} is no {node.tag.rpartition(':')[2]}")
