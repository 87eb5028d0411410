"""Which layers a USD file brings along, found before anything is composed of them.

Opening a stage opens every layer that it names, in C++ and wherever it lies. Here each layer is opened alone, what it
names is looked up beside it, and names that lead elsewhere are refused, or taken out where there is no such file: USD
would look for it in the working folder and on its search path.

This file imports usd-core and the standard library alone, as it also runs by itself (`python -c`), in a process with
limits: damaged counts can ask usd-core for any amount of memory, or end the process.
"""

from __future__ import annotations

import os
import sys
from typing import Any

LAYERS = (".usd", ".usda", ".usdc")
"""Endings of the files that may be layers; packages (`.usdz`) may be named too."""
MOST_LAYERS = 1000
OUTSIDE = 3
"""Exit status where a layer leads outside; the last line of the errors is the sentence."""
CLIPS = ("clips", "clipAssetPaths", "clipManifestAssetPath", "clipTemplateAssetPath")
"""Metadata of a prim that names layers which only animation needs."""


class OutsideError(ValueError):
    """A layer names what lies outside of its folder, or what is not understood."""


def open_layers(root: str, home: str) -> tuple[list[Any], list[str]]:
    """Opens a layer, and all that it is composed of, one by one.

    Args:
        root: path of the file. home: the folder in which everything must lie; a real path.

    Returns:
        The layers, the file's own first, without the names of files that are not there; and sentences about those. A
        layer that nobody holds would be opened anew, with the names that were taken out.

    Raises:
        OutsideError: something leads out of the folder.
        pxr.Tf.ErrorException: a layer cannot be read.
    """
    from pxr import Ar, Sdf

    notes: dict[str, None] = {}
    kept: dict[str, Any] = {}
    waiting = [os.path.realpath(root)]
    while waiting:
        path = waiting.pop()
        if path in kept:
            continue
        layer = kept[path] = Sdf.Layer.FindOrOpen(path)
        if layer is None:
            raise OutsideError(f"{os.path.basename(path)} is no layer")
        if len(kept) > MOST_LAYERS:
            raise OutsideError(f"it is composed of more than {MOST_LAYERS} layers")
        if _forget_clips(layer, Sdf):
            notes["animation is left out: the object is read at rest"] = None
        for name in layer.GetCompositionAssetDependencies():
            found = _found(name, path, home, Ar, Sdf)
            if found:
                waiting.append(found)
            else:
                notes[f"{_shown(name)} is not beside the file, and is left out"] = None
                layer.UpdateCompositionAssetDependency(name, "")
    return list(kept.values()), list(notes)


def _found(name: str, layer: str, home: str, ar: Any, sdf: Any) -> str:
    """The file that a layer means by a name; empty where there is none.

    Args:
        name: as it is written. layer: the path of who names it; of a package, `a.usdz[b.usda]`. home: see above.
        ar, sdf: modules of usd-core.
    """
    plain = sdf.Layer.SplitIdentifier(name)[0]
    if plain.startswith("`") or "\0" in plain or "://" in plain:
        raise OutsideError(f"it refers to {_shown(name)}; only files in its own folder are read")
    if ar.IsPackageRelativePath(layer):
        # What a package names is of the package: a path out of it has no meaning.
        package, inner = ar.SplitPackageRelativePathInner(layer)
        inside = os.path.normpath(os.path.join(os.path.dirname(inner), plain))
        if inside.startswith(("..", "/")):
            raise OutsideError(f"it refers to {_shown(name)}, which lies outside its folder")
        found = ar.JoinPackageRelativePath([package, inside])
        return str(found) if ar.GetResolver().Resolve(found) else ""
    outer, _ = ar.SplitPackageRelativePathOuter(plain) if ar.IsPackageRelativePath(plain) else (plain, "")
    found = os.path.realpath(os.path.join(os.path.dirname(layer), outer.replace("\\", "/")))
    if found != home and not found.startswith(home.rstrip("/") + "/"):
        raise OutsideError(f"it refers to {_shown(name)}, which lies outside its folder")
    if not os.path.isfile(found) or os.path.splitext(found)[1].lower() not in (*LAYERS, ".usdz"):
        return ""
    return found if outer == plain else str(ar.JoinPackageRelativePath([found, plain[len(outer) + 1 : -1]]))


def _forget_clips(layer: Any, sdf: Any) -> bool:
    """Takes the names of value clips out of a layer; whether there were any."""
    paths: list[Any] = []
    layer.Traverse(sdf.Path.absoluteRootPath, paths.append)
    found = False
    for path in paths:
        spec = layer.GetPrimAtPath(path) if path.IsPrimPath() or path.IsPrimVariantSelectionPath() else None
        for key in CLIPS:
            if spec is not None and spec.HasInfo(key):
                spec.ClearInfo(key)
                found = True
    return found


def _shown(name: str) -> str:
    text = "".join(c if c.isprintable() else "?" for c in name)
    return repr(text if len(text) <= 120 else text[:117] + "...")


def probe(root: str, home: str) -> None:
    """Opens a stage and reads every value of it."""
    from pxr import Gf, Usd, UsdSkel

    layers, _ = open_layers(root, home)
    stage = Usd.Stage.Open(layers[0])
    for prim in stage.Traverse(Usd.TraverseInstanceProxies(Usd.PrimDefaultPredicate)):
        for attribute in prim.GetAttributes():
            attribute.Get()
            attribute.Get(Usd.TimeCode.EarliestTime())
    # As `read_usd_stage` does it.
    stage.SetEditTarget(stage.GetSessionLayer())
    UsdSkel.BakeSkinning(Usd.PrimRange(stage.GetPseudoRoot()), Gf.Interval(0, 0))


if __name__ == "__main__":
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[3]),) * 2)
    except ImportError:
        pass
    try:
        probe(sys.argv[1], sys.argv[2])
    except OutsideError as error:
        print(error, file=sys.stderr)
        sys.exit(OUTSIDE)
