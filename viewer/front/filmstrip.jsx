// What is being made and what was made last.
import { useRef } from "preact/hooks";
import { address, go, look } from "./address.js";
import { post } from "./api.js";
import { copy, fill } from "./copy.js";
import { duration, when } from "./format.js";
import { attempt, jobs, openJobs, opened, runs, runsTotal, workerProblem } from "./state.js";
import { jobText } from "./job_text.js";
import { keepOpened } from "./opened.js";
import { kindOf, OPENED, PICTURES } from "./viewer/loaders.js";
import { Button, Ring, share, Thumb, useRoving } from "./ui.jsx";

const t = copy.strip;

export async function control(job, action) {
  await attempt(() => post(`/jobs/${job.id}/${action}`));
}

/** Reads a file that was chosen or dropped, to be shown. */
export async function openFile(file) {
  const data = await file.arrayBuffer();
  opened.value = { name: file.name, kind: kindOf(file.name), data, key: `file ${file.name} ${file.size} ${file.lastModified}` };
  keepOpened(opened.value);
  look({ file: file.name });
}

export function Filmstrip() {
  const place = address.value;
  const film = useRoving(".shot");
  const waiting = openJobs.value;
  const last = waiting.filter((job) => job.status === "queued").at(-1);
  const making = new Set(waiting.map((job) => job.run).filter(Boolean));
  const shown = runs.value.filter((run) => !making.has(run.name));
  return (
    <nav class="strip" aria-label={copy.nav.queue}>
      <div class="strip-scroll">
        {workerProblem.value && <p class="problem small">{workerProblem.value}</p>}
        {waiting.length > 0 && (
          <section>
            <h2>{t.queue}{last?.wait ? <small>{fill(t.total, { time: duration(last.wait) })}</small> : null}</h2>
            <ul class="queue">{waiting.map((job) => <QueueRow key={job.id} job={job} current={place.job === String(job.id) || (place.run && place.run === job.run) || (place.batch && place.batch === job.batch)} />)}</ul>
          </section>
        )}
        {(shown.length > 0 || waiting.length === 0) && <section>
          <h2>{t.recent}</h2>
          {runsTotal.value === 0 && <p class="quiet">{t.nothing}</p>}
          <ul class="film" {...film}>
            {shown.slice(0, 24).map((run) => (
              <li key={run.name}>
                <button type="button" class={`shot ${place.run === run.name ? "current" : ""} ${run.status}`} aria-current={place.run === run.name ? "true" : undefined} onClick={() => look({ run: run.name })}>
                  <Thumb run={run} />
                  <span class="shot-name">{run.prompt || run.name}</span>
                  <span class="shot-when">{run.status === "done" ? when(run.created) : copy.library[run.status] || run.status}</span>
                </button>
              </li>
            ))}
          </ul>
          {runsTotal.value > 24 && <button type="button" class="textlink" onClick={() => go({ view: "library" })}>{t.all}</button>}
        </section>}
      </div>
      <footer>
        <FileButton kind="ghost" small />
      </footer>
    </nav>
  );
}

/** Opens a file that is chosen. */
export function FileButton({ label = t.open, kind = "", small = false }) {
  const chooser = useRef(null);
  return (
    <>
      <Button icon="open" label={label} small={small} kind={kind} onClick={() => chooser.current.click()} title={copy.stage.drop} />
      <input ref={chooser} type="file" hidden accept={[...OPENED, ...PICTURES].map((each) => `.${each}`).join(",")} aria-label={label} onChange={(event) => { const [file] = event.currentTarget.files; if (file) attempt(() => openFile(file)); event.currentTarget.value = ""; }} />
    </>
  );
}

function QueueRow({ job, current }) {
  const { line, short } = jobText(job);
  return (
    <li class={current ? "current" : ""}>
      <button type="button" class="queue-open" aria-current={current ? "true" : undefined} onClick={() => (job.batch ? look({ batch: job.batch }) : look({ job: job.id }))}>
        <Ring value={job.status === "queued" ? 0 : share(job)} status={job.status} />
        <span class="queue-text"><b>{job.prompt}</b><small title={line}>{short || line}</small></span>
      </button>
      {job.status === "queued" && job.position > 1 && <Button icon="first" label={copy.inspector.first} bare small onClick={() => control(job, "first")} />}
      <Button icon="close" label={`${copy.inspector.stop}: ${job.prompt}`} bare small onClick={() => control(job, "cancel")} />
    </li>
  );
}

export const jobById = (id) => jobs.value.find((job) => String(job.id) === String(id)) || null;
