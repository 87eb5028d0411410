"""The Khronos glTF validator, when it is installed: its own program, or its npm package under Node.js."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

VALIDATOR_TIMEOUT = 60.0
# Reads paths from the command line; finds the package through NODE_PATH, or beside the working folder.
NODE_SCRIPT = """
const validator = require("gltf-validator"), fs = require("fs");
(async () => {
  const reports = [];
  for (const path of process.argv.slice(1))
    reports.push(await validator.validateBytes(new Uint8Array(fs.readFileSync(path)), { maxIssues: 20 }));
  console.log(JSON.stringify(reports));
})();
"""


@dataclass(frozen=True)
class ValidatorResult:
    """What the validator says about a file."""

    validator: str
    """Its version."""
    errors: int
    warnings: int
    infos: int
    hints: int
    messages: tuple[str, ...]
    """The first twenty."""


def validator_found() -> str | None:
    """How the validator can be run here: `gltf_validator`, `node`, or None."""
    if shutil.which("gltf_validator"):
        return "gltf_validator"
    if shutil.which("node") is None:
        return None
    try:
        done = subprocess.run(
            ["node", "-e", 'require.resolve("gltf-validator")'], capture_output=True, timeout=VALIDATOR_TIMEOUT
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return "node" if done.returncode == 0 else None


def validate(paths: Sequence[str | os.PathLike[str]]) -> tuple[ValidatorResult, ...] | None:
    """Validates GLB files.

    Args:
        paths: of the files.

    Returns:
        One result a file, or None when no validator is installed or it gives no answer.
    """
    way = validator_found()
    if way is None or not paths:
        return None
    files = [str(Path(path).resolve()) for path in paths]
    try:
        if way == "node":
            done = subprocess.run(
                ["node", "-e", NODE_SCRIPT, *files],
                capture_output=True,
                text=True,
                timeout=VALIDATOR_TIMEOUT,
                check=True,
            )
            reports = json.loads(done.stdout)
        else:
            # It exits with 1 when it finds errors, which is an answer.
            runs = [
                subprocess.run(
                    ["gltf_validator", "-o", file], capture_output=True, text=True, timeout=VALIDATOR_TIMEOUT
                )
                for file in files
            ]
            reports = [json.loads(done.stdout) for done in runs]
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return tuple(
        ValidatorResult(
            validator=str(report.get("validatorVersion", "unknown")),
            errors=report["issues"]["numErrors"],
            warnings=report["issues"]["numWarnings"],
            infos=report["issues"]["numInfos"],
            hints=report["issues"]["numHints"],
            messages=tuple(f"{m['code']}: {m['message']}" for m in report["issues"]["messages"][:20]),
        )
        for report in reports
    )
