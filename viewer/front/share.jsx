// The viewer of the page that stands alone: one mesh, with the tools that need no server.
import { signal } from "@preact/signals";
import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { copy, fill } from "./copy.js";
import { Overlays } from "./overlays.jsx";
import css from "./stage.css";
import { Tools } from "./tools.jsx";
import { DEFAULTS, Viewer } from "./viewer/viewer.js";

function Shared({ data }) {
  const canvas = useRef(null), root = useRef(null);
  const [viewer, setViewer] = useState(null);
  const [problem, setProblem] = useState("");
  const [settings] = useState(() => signal({ ...DEFAULTS }));
  const [dark, setDark] = useState(false);
  useEffect(() => {
    let made = null;
    try {
      made = new Viewer(canvas.current, { onProblem: (model) => setProblem(fill(copy.stage.meshProblem, { why: model.problem })) });
    } catch { setProblem(copy.stage.webgl); return undefined; }
    made.element.setAttribute("aria-label", copy.stage.viewer);
    made.setInsets({ left: 0, right: 0, top: 50, bottom: 10 });
    made.show([{ key: "mesh", data }]);
    setViewer(made);
    const query = window.matchMedia("(prefers-color-scheme: dark)");
    const changed = () => { setDark(query.matches); made.setColors({ ground: "#888", ink: query.matches ? "#efe7db" : "#2a241e" }); };
    changed();
    query.addEventListener("change", changed);
    return () => made.dispose();
  }, []);
  useEffect(() => { const { background, ...rest } = settings.value; viewer?.set(rest); }, [viewer, settings.value]);
  return (
    <div class="shell share" data-theme={dark ? "dark" : "light"}>
      <div class={`center ground-${settings.value.background}`} ref={root}>
        <div class="canvas" ref={canvas} />
        {viewer && <Tools viewer={viewer} settings={settings} root={root.current} name="mesh" />}
        {viewer && <Overlays viewer={viewer} settings={settings} />}
        {problem && <div class="message"><p>{problem}</p></div>}
      </div>
    </div>
  );
}

window.BozzettoViewer = {
  /** Shows a mesh. `data`: the bytes of a GLB. */
  mount(place, data) {
    const style = document.createElement("style");
    style.textContent = `${css} .bz { position: absolute; z-index: auto; } .share .tools { top: 8px; }`;
    document.head.append(style);
    place.classList.add("bz");
    render(<Shared data={data} />, place);
  },
};
