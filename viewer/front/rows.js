// Which rows of a long list are in the page.
export const MIN_CARD = 176, GAP = 14, TEXT = 74;

/** Columns, and the first and last row that are seen, of a list that is scrolled. */
export function visibleRows({ width, height, scroll, total, minCard = MIN_CARD, gap = GAP, text = TEXT, spare = 2 }) {
  const columns = Math.max(2, Math.floor((width + gap) / (minCard + gap)));
  const card = (width - (columns - 1) * gap) / columns;
  const row = card + text + gap;
  const rows = Math.ceil(total / columns);
  const first = Math.max(0, Math.floor(scroll / row) - spare);
  const last = Math.min(rows, Math.ceil((scroll + height) / row) + spare);
  return { columns, card, row, rows, first, last };
}

/** Which of `total` things in rows of `columns` a key leads to from `at`; null where it leads nowhere. */
export function neighbour(key, at, total, columns) {
  const next = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - columns, ArrowDown: at + columns, Home: 0, End: total - 1 }[key];
  if (next === undefined || next < 0 || next === at) return null;
  // From above a last row that is not full one gets to its end.
  if (next >= total) return key === "ArrowDown" && Math.floor(at / columns) < Math.floor((total - 1) / columns) ? total - 1 : null;
  return next;
}
