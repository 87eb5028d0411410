"""Sparse symmetric systems by conjugate gradients with a diagonal preconditioner (Saad 2003, algorithm 9.1).

One kernel does a whole solve. SciPy's hands every step to a BLAS, which splits a sum of some ten thousand numbers over
the cores and waits for them, hundreds of times.
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Float64
from scipy.sparse import csr_matrix

from bozzetto.kernels import kernel


def solve_positive(
    matrix: csr_matrix, right: Float[np.ndarray, "n c"], *, tolerance: float, max_iterations: int
) -> Float64[np.ndarray, "n c"]:
    """Solves A x = b for several right sides at once, from x = 0.

    Args:
        matrix: A, [N, N], symmetric and positive definite.
        right: b, [N, C].
        tolerance: of the residual's length beside b's.
        max_iterations: where it ends in any case.

    Returns:
        x, [N, C].
    """
    matrix = csr_matrix(matrix, dtype=np.float64)
    columns = np.ascontiguousarray(right, np.float64)
    solution = np.zeros_like(columns)
    _solve(
        matrix.data, matrix.indices.astype(np.int32), matrix.indptr.astype(np.int64), columns,
        1.0 / matrix.diagonal(), tolerance, max_iterations, solution,
    )  # fmt: skip
    return solution


@kernel()
def _solve(data, indices, indptr, right, preconditioner, tolerance, max_iterations, x):
    n, columns = right.shape
    residual, direction, image = right.copy(), np.empty_like(right), np.empty_like(right)
    along, wanted, square = np.zeros(columns), np.zeros(columns), np.zeros(columns)
    for i in range(n):
        for c in range(columns):
            direction[i, c] = preconditioner[i] * residual[i, c]
            along[c] += residual[i, c] * direction[i, c]
            square[c] += residual[i, c] * residual[i, c]
    for c in range(columns):
        wanted[c] = tolerance * tolerance * square[c]
    curved, step, turn = np.zeros(columns), np.zeros(columns), np.zeros(columns)
    for _ in range(max_iterations):
        going = False
        for c in range(columns):
            going = going or square[c] > wanted[c]
        if not going:
            return
        curved[:] = 0.0
        for i in range(n):
            for c in range(columns):
                image[i, c] = 0.0
            for k in range(indptr[i], indptr[i + 1]):
                value, j = data[k], indices[k]
                for c in range(columns):
                    image[i, c] += value * direction[j, c]
            for c in range(columns):
                curved[c] += direction[i, c] * image[i, c]
        for c in range(columns):
            # A side that is solved stays as it is.
            step[c] = along[c] / curved[c] if square[c] > wanted[c] and curved[c] > 0.0 else 0.0
            turn[c] = along[c]
            along[c] = 0.0
            square[c] = 0.0
        for i in range(n):
            for c in range(columns):
                x[i, c] += step[c] * direction[i, c]
                residual[i, c] -= step[c] * image[i, c]
                along[c] += preconditioner[i] * residual[i, c] * residual[i, c]
                square[c] += residual[i, c] * residual[i, c]
        for c in range(columns):
            turn[c] = along[c] / turn[c] if turn[c] > 0.0 else 0.0
        for i in range(n):
            for c in range(columns):
                direction[i, c] = preconditioner[i] * residual[i, c] + turn[c] * direction[i, c]
