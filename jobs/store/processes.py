"""How this package starts Python processes of its own: never from modules of the working folder."""

import sys

_RUN = "import runpy, sys; sys.path.pop(0); runpy.run_module(sys.argv.pop(1), run_name='__main__', alter_sys=True)"


def module_command(module: str, *arguments: str) -> list[str]:
    """The command that runs a module, as `python -m` does, without the working folder on the module search path.

    A user's folder may hold a `queue.py`, a `torch/` or a `bozzetto/`; `python -m` alone would import those first.

    Args:
        module: dotted name.
        arguments: its arguments.
    """
    if sys.version_info >= (3, 11):
        return [sys.executable, "-P", "-m", module, *arguments]
    return [sys.executable, "-c", _RUN, module, *arguments]
