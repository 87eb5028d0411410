"""The shapes in signatures are checked while tests run, and only then."""

import subprocess
import sys

import jaxtyping
import numpy as np
import pytest
import torch

from bozzetto.export.mesh.mesh import Mesh, face_normals
from bozzetto.nerf import volrend
from bozzetto.sds.schedule import add_noise
from bozzetto.sds.volume import picked
from tests import shapes

WRONG = "add_noise(torch.zeros(2, 3, 4, 4), torch.zeros(2, 3, 4, 5), torch.full((2,), 0.5))"


def test_a_wrong_shape_is_caught():
    with pytest.raises(jaxtyping.TypeCheckError, match="add_noise"):
        add_noise(torch.zeros(2, 3, 4, 4), torch.zeros(2, 3, 4, 5), torch.full((2,), 0.5))
    with pytest.raises(jaxtyping.TypeCheckError, match="add_noise"):
        add_noise(torch.zeros(2, 3, 4, 4, dtype=torch.int64), torch.zeros(2, 3, 4, 4), torch.full((2,), 0.5))
    assert add_noise(torch.zeros(2, 3, 4, 4), torch.zeros(2, 3, 4, 4), torch.full((2,), 0.5)).shape == (2, 3, 4, 4)


def test_a_mesh_of_other_types_or_shapes_is_caught():
    vertices, faces = np.zeros((3, 3), np.float32), np.array([[0, 1, 2]], np.int32)
    assert len(face_normals(vertices, faces)) == 1
    with pytest.raises(jaxtyping.TypeCheckError, match="Float32"):
        Mesh(vertices.astype(np.float64), faces)
    with pytest.raises(jaxtyping.TypeCheckError, match="v 2"):
        Mesh(vertices, faces, uv=np.zeros((4, 2), np.float32))
    with pytest.raises(jaxtyping.TypeCheckError, match="face_normals"):
        face_normals(vertices, faces.ravel())


@pytest.mark.usefixtures("normal_use")
def test_the_fixture_shows_what_a_user_gets():
    with pytest.raises(RuntimeError, match="must match the size"):
        add_noise(torch.zeros(2, 3, 4, 4), torch.zeros(2, 3, 4, 5), torch.full((2,), 0.5))


def test_nothing_is_checked_in_normal_use():
    code = f"import torch; from bozzetto.sds.schedule import add_noise; {WRONG}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "must match the size" in done.stderr and "jaxtyping" not in done.stderr.splitlines()[-1]
    code = "import sys, bozzetto.sds.schedule; print('beartype' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]


def test_the_hook_is_on_every_module_that_numba_and_triton_do_not_compile():
    checked = shapes.checked_modules()
    assert {"bozzetto.sds.volume", "bozzetto.export.mesh.mesh", "bozzetto.nerf.volrend"} <= set(checked)
    assert not {"bozzetto.sds.volume_kernels", "bozzetto.nerf.kernels.encoding"} & set(checked)
    # What came before the hook would not be checked: these are, by the loader that read them.
    for module in (sys.modules[picked.__module__], volrend):
        assert "Jaxtyping" in type(module.__spec__.loader).__name__
