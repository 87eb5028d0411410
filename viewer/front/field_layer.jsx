// A run's field from the viewer's camera, drawn by the server: a small frame while the camera moves, a finer one at rest.
import { useEffect, useRef, useState } from "preact/hooks";
import { runPath, url } from "./api.js";
import { copy, fill } from "./copy.js";
import { count } from "./format.js";

const MOVING_EDGE = 112;
const client = Math.random().toString(36).slice(2);

export function fieldAddress(name, pose, edge) {
  const query = { fovy: pose.fovy.toFixed(5), aspect: pose.aspect.toFixed(5), edge, client };
  for (const [n, axis] of ["x", "y", "z"].entries()) {
    query[`p${axis}`] = pose.position[n].toFixed(5);
    query[`t${axis}`] = pose.target[n].toFixed(5);
  }
  return url(`${runPath(name)}/field`, query);
}

/** `checkpoint`: the frame is drawn anew when it changes. `cut`: share of the width, from the left, that is not shown. `onFrame`: called with each frame that has come. */
export function FieldLayer({ viewer, name, checkpoint, cut = 0, restEdge = 320, alt, onFrame }) {
  const [frame, setFrame] = useState("");
  const [problem, setProblem] = useState("");
  const [box, setBox] = useState([0, 0, 1, 1]);
  const work = useRef({});
  useEffect(() => {
    const state = work.current;
    Object.assign(state, { gone: false, want: null, busy: false });
    const fetchNext = async () => {
      if (state.busy || state.gone || !state.want) return;
      const { pose, edge, place } = state.want;
      state.want = null;
      state.busy = true;
      try {
        const response = await fetch(fieldAddress(name, pose, edge));
        if (state.gone) return;
        if (response.status === 200) {
          const next = URL.createObjectURL(await response.blob());
          setFrame((old) => { if (old) setTimeout(() => URL.revokeObjectURL(old), 1000); return next; });
          setBox(place);
          onFrame?.();
          setProblem("");
        } else if (response.status !== 204) setProblem((await response.json().catch(() => ({}))).error || "");
      } catch { /* The next movement asks again. */ } finally {
        state.busy = false;
        fetchNext();
      }
    };
    const ask = (edge) => { state.want = { pose: viewer.pose(), edge, place: viewer.free() }; fetchNext(); };
    const moved = () => ask(MOVING_EDGE), rested = () => ask(restEdge);
    viewer.onCamera = moved;
    viewer.onRest = chain(viewer.onRestAddress, rested);
    ask(MOVING_EDGE);
    const timer = setTimeout(rested, 250);
    return () => { state.gone = true; clearTimeout(timer); viewer.onCamera = null; viewer.onRest = viewer.onRestAddress || null; };
  }, [viewer, name, checkpoint, restEdge]);
  const [x, y, w, h] = box;
  return (
    <>
      {frame && <img class="field" src={frame} alt={alt || copy.stage.field} draggable={false} style={{ left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px`, clipPath: cut ? `inset(0 0 0 ${100 * cut}%)` : undefined }} />}
      {problem && <p class="field-problem">{problem}</p>}
    </>
  );
}

const chain = (...calls) => (value) => calls.forEach((call) => call?.(value));

export const fieldTitle = (checkpoint) => fill(copy.stage.fieldOf, { step: count(Number((checkpoint.match(/step-0*(\d+)/) || [0, 0])[1])) });
