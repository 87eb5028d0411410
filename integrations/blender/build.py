"""Builds the extension for Blender 4.2 and later: ``python integrations/blender/build.py [FOLDER]``.

The zip holds the add-on, its manifest with the version of the package, the licence, and bozzetto's client.
"""

import re
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TIME = (2020, 1, 1, 0, 0, 0)
"""Of every file, so that the same sources give the same zip."""


def build(folder: Path) -> Path:
    """Writes the zip into a folder; its path."""
    version = re.search(r'__version__ = "([^"]+)"', (ROOT / "bozzetto" / "__init__.py").read_text(encoding="utf-8"))
    assert version is not None, "the package says its version"
    manifest = (HERE / "bozzetto" / "blender_manifest.toml").read_text(encoding="utf-8")
    manifest = re.sub(r'^version = ".*"$', f'version = "{version.group(1)}"', manifest, flags=re.MULTILINE)
    files = {
        "blender_manifest.toml": manifest.encode(),
        "__init__.py": (HERE / "bozzetto" / "__init__.py").read_bytes(),
        "client.py": (ROOT / "bozzetto" / "client.py").read_bytes(),
        "LICENSE": (ROOT / "LICENSE").read_bytes(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"bozzetto-{version.group(1)}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in files.items():
            bundle.writestr(zipfile.ZipInfo(name, TIME), data, zipfile.ZIP_DEFLATED)
    return path


if __name__ == "__main__":
    print(build(Path(sys.argv[1]) if len(sys.argv) > 1 else Path.cwd()))
