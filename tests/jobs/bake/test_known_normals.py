"""Which normals a run's mesh is fitted to: its own prior's, and nobody else's."""

from dataclasses import replace

import numpy as np
import pytest

from bozzetto.jobs.bake.field_functions import prior_normals, prior_of
from bozzetto.jobs.config.run_config import make_config
from bozzetto.jobs.store.provenance import current_provenance, write_provenance
from bozzetto.jobs.store.runs import create_run
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.sds.embedded import EmbeddedPrior
from tests.jobs.known_object import box_oracle


@pytest.fixture(scope="module")
def prior():
    return EmbeddedPrior()


@pytest.fixture
def run(tmp_path, prior):
    made = create_run(make_config("a refrigerator", "draft"), tmp_path / "run")
    write_provenance(made, current_provenance(prior, FieldConfig(backend="cpu")))
    return made


def test_the_shipped_prior_knows_how_the_walls_of_a_refrigerator_are_turned(run, prior):
    # Its front and its right wall, in front of their middles and looked at from outside.
    normals = np.array([[0, 0, 1], [1, 0, 0]], np.float32)
    walls = np.array([[0, 0, 0.40], [0.42, 0, 0]], np.float32)
    for given in (prior, prior_of(run)):
        told = prior_normals(PriorKnowledge.of(given, run.config))(walls, normals)
        size = np.linalg.norm(told, axis=1)
        assert size.min() > 0.7 and ((told * normals).sum(1) / size).min() > 0.99
    # The canary: far outside of it there is no surface, and nothing is known.
    empty = prior_normals(PriorKnowledge.of(prior, run.config))(np.array([[0.85, 0.0, 0.3]], np.float32), normals[1:])
    assert np.linalg.norm(empty) < 0.1


def test_other_weights_and_other_priors_leave_the_surface(run, tmp_path, prior):
    assert prior_normals(PriorKnowledge.of(box_oracle(16), run.config)) is None and prior_normals(None) is None
    origin = current_provenance(prior, FieldConfig(backend="cpu"))
    for number, about in enumerate(({"name": "embedded", "sha256": "0" * 64}, {"name": "oracle", "sha256": ""})):
        other = create_run(make_config("a refrigerator", "draft"), tmp_path / str(number))
        write_provenance(other, replace(origin, prior=about))
        assert prior_of(other) is None
    assert prior_of(create_run(make_config("a refrigerator", "draft"), tmp_path / "none")) is None
