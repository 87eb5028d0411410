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
