"""The distillation methods side by side: the same prompts by every method on every prior, scored as all runs are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bozzetto.bench.pictures import write_page
from bozzetto.bench.quality import Bench, jobs_of, measure
from bozzetto.jobs.config.errors import ConfigError, PriorError


def compare_methods(
    bench: Bench, priors: Sequence[str], methods: Sequence[str], prompts: int, log: Callable[[str], None]
) -> dict[tuple[str, str], dict[str, Any] | str]:
    """The first prompts of ``seen`` by every method on every prior: the set's figures, or why there are none.

    Args:
        bench: its plan's preset, settings and threads are those of all runs; its folder gets one for each pair.
    """
    jobs = jobs_of(("seen",), (0,), prompts, False)
    log(f"Janus check trusted: {bench.janus_check.trusted}")
    results: dict[tuple[str, str], dict[str, Any] | str] = {}
    for prior in priors:
        for method in methods:
            lot = tuple(job.prompt.prompt for job in jobs) if prior == "mixture-oracle" else ()
            # From a ball: begun from the prior's own shape, a method would have little left to do.
            settings = ("start.shape=blob", *bench.plan.settings)
            plan = replace(bench.plan, prior=prior, method=method, lot=lot, settings=settings)
            out = bench.out / f"{prior}-{method}"
            log(f"{prior}, {method}")
            try:
                result = measure(bench.another(plan, out), jobs, out / "quality.json", log)
            except (ConfigError, PriorError) as error:
                results[prior, method] = f"not possible: {error}"
                log(f"not possible: {error}")
                continue
            write_page(result, out)
            results[prior, method] = result["sets"]["seen"]
    return results
