// A line over steps.
import { count } from "./format.js";

const WIDTH = 280, HEIGHT = 84, PAD = 4;

export function Chart({ title, rows }) {
  const xs = rows.map(([x]) => x), ys = rows.map(([, y]) => y);
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
  const at = ([x, y]) => `${(((x - x0) / (x1 - x0 || 1)) * WIDTH).toFixed(1)},${(HEIGHT - PAD - ((y - y0) / (y1 - y0 || 1)) * (HEIGHT - 2 * PAD)).toFixed(1)}`;
  const last = ys.at(-1);
  return (
    <figure class="chart">
      <figcaption>{title}<b>{last.toPrecision(3)}</b></figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${title}: ${ys[0].toPrecision(3)} to ${last.toPrecision(3)} over ${count(x1)} steps`} preserveAspectRatio="none"><polyline points={rows.map(at).join(" ")} /></svg>
    </figure>
  );
}
