/** Cells [x, y, w, h] for n models: one, two beside or above each other, or a grid of two by two. */
export function cells(n, width, height) {
  if (n <= 1) return [[0, 0, width, height]];
  if (n === 2) {
    return width >= height
      ? [[0, 0, width / 2, height], [width / 2, 0, width / 2, height]]
      : [[0, 0, width, height / 2], [0, height / 2, width, height / 2]];
  }
  if (n === 3 && width >= height * 1.5) return [0, 1, 2].map((k) => [(k * width) / 3, 0, width / 3, height]);
  return [0, 1, 2, 3].map((k) => [((k % 2) * width) / 2, (Math.floor(k / 2) * height) / 2, width / 2, height / 2]);
}

// Pixels around what a part of the page holds, and how many times the area that it needs it may have.
const MARGIN = 28, WASTE = 1.6;

/**
 * A part [x, y, w, h] of a page of so many pixels that holds a box [left, top, right, bottom], as far as that lies on the page;
 * the part of before while it does so without waste, since another one is a drawing buffer of its own.
 */
export function partAround(box, width, height, before) {
  const within = (margin) => box.map((value, n) => Math.min(Math.max(value + (n < 2 ? -margin : margin), 0), n % 2 ? height : width));
  const [l, t, r, b] = within(MARGIN).map(Math.round);
  const x = Math.min(l, width - 1), y = Math.min(t, height - 1), part = [x, y, Math.max(1, r - x), Math.max(1, b - y)];
  if (!before) return part;
  const [left, top, right, bottom] = within(1), [bx, by, bw, bh] = before;
  const holds = bx <= left && by <= top && bx + bw >= right && by + bh >= bottom && bx + bw <= width && by + bh <= height;
  return holds && bw * bh <= WASTE * part[2] * part[3] ? before : part;
}
