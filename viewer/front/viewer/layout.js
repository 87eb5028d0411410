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
