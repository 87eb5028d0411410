// What is drawn over the canvas: dimensions, names of cells, the axis gizmo; placed by the viewer at each frame.
import { useEffect, useRef } from "preact/hooks";
import { Vector3 } from "three";
import { copy } from "./copy.js";

const AXES = [["X", new Vector3(1, 0, 0), "x", "left"], ["Y", new Vector3(0, 1, 0), "y", "top"], ["Z", new Vector3(0, 0, 1), "z", "front"]];
const ARM = 24, EDGE = 72;

export function Overlays({ viewer, settings, gizmo = true }) {
  const labels = useRef(null), arms = useRef(null);
  useEffect(() => {
    viewer.onDraw = () => {
      const box = labels.current;
      if (!box) return;
      const made = [];
      viewer.models.forEach((model, n) => {
        const [x, y, w, h] = viewer.placed[n] || viewer.placed[0];
        if (viewer.models.length > 1) {
          const name = document.createElement("div");
          name.className = "cell-name";
          Object.assign(name.style, { left: `${x + 8}px`, top: `${y + 8}px`, maxWidth: `${w - 16}px` });
          name.textContent = model.problem || model.label;
          made.push(name);
        }
        if (!settings.value.dimensions || model.problem) return;
        viewer.aim(w, h);
        const camera = viewer.lens(w, h);
        for (const [place, text] of model.dimensions(camera, settings.value.dimensions)) {
          place.project(camera);
          const label = document.createElement("div");
          label.className = "dimension";
          label.textContent = text;
          Object.assign(label.style, { left: `${x + ((place.x + 1) / 2) * w}px`, top: `${y + ((1 - place.y) / 2) * h}px` });
          made.push(label);
        }
      });
      box.replaceChildren(...made);
      if (!arms.current) return;
      const turn = viewer.camera.quaternion.clone().invert();
      const ends = AXES.map(([name, way, key, side]) => ({ name, key, side, at: way.clone().applyQuaternion(turn) }));
      for (const end of ends) {
        const line = arms.current.querySelector(`.axis-${end.key} line`), dot = arms.current.querySelector(`.axis-${end.key} g`);
        const cx = EDGE / 2 + end.at.x * ARM, cy = EDGE / 2 - end.at.y * ARM;
        line.setAttribute("x2", cx);
        line.setAttribute("y2", cy);
        dot.setAttribute("transform", `translate(${cx} ${cy})`);
      }
      const order = ends.sort((a, b) => a.at.z - b.at.z).map((end) => arms.current.querySelector(`.axis-${end.key}`));
      // Moved only when the order changes, or the focus would be lost.
      if (order.some((node, n) => arms.current.children[n] !== node)) arms.current.append(...order);
    };
    viewer.draw();
    return () => { viewer.onDraw = null; };
  }, [viewer]);
  return (
    <>
      <div class="labels" ref={labels} />
      {gizmo && (
        <svg class="gizmo" width={EDGE} height={EDGE} viewBox={`0 0 ${EDGE} ${EDGE}`} role="group" aria-label={copy.tools.views}>
          <g ref={arms}>
            {AXES.map(([name, , key, side]) => (
              <g class={`axis-${key}`} key={key} role="button" tabIndex={0} aria-label={copy.tools[side]} onClick={() => viewer.from(side)}
                onKeyDown={(event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); viewer.from(side); } }}>
                <title>{copy.tools[side]}</title>
                <line x1={EDGE / 2} y1={EDGE / 2} x2={EDGE / 2} y2={EDGE / 2} />
                <g><circle r="8.5" /><text text-anchor="middle" dy="3.6">{name}</text></g>
              </g>
            ))}
          </g>
        </svg>
      )}
    </>
  );
}
