// What happens with a job, in a few words.
import { copy, fill } from "./copy.js";
import { count, duration, ordinal } from "./format.js";

const t = copy.stage;

/** { line: the state and the time left, short: the same where there is little room, detail: steps or why } */
export function jobText(job) {
  if (job.requested === "pause" && job.status === "running") return { line: t.pausing, detail: "" };
  if (job.requested === "cancel" && job.status === "running") return { line: t.stopping, detail: "" };
  if (job.status === "queued") {
    if (!job.position) return { line: t.startingWorker, detail: "" };
    const values = { place: ordinal(job.position, copy.language), time: duration(job.wait) };
    return { line: fill(job.wait ? t.queuedWait : t.queued, values), short: fill(job.wait ? t.queuedShort : t.queued, values), detail: "" };
  }
  if (job.status === "paused") return { line: t.paused, detail: steps(job) };
  if (job.status === "failed") return { line: t.failed, detail: job.reason };
  if (job.status === "cancelled") return { line: t.cancelled, detail: steps(job) };
  if (job.status === "damaged") return { line: t.damaged, detail: job.reason };
  if (job.status === "done") return { line: "", detail: "" };
  if (job.starting) return { line: t[job.starting], detail: "" };
  const stage = job.stage === "export" ? t.export : t.training;
  const left = job.left ? fill(t.left, { time: duration(job.left) }) : "";
  return { line: [stage, left].filter(Boolean).join(", "), detail: job.stage === "export" ? "" : steps(job) };
}

const steps = (job) => fill(t.step, { step: count(job.step), total: count(job.total) });
