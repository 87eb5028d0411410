// Icons on a grid of 20, drawn by lines.
const PATHS = {
  mark: null,
  make: "M10 3v14M3 10h14",
  library: "M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z",
  words: "M3 4.5c2.5-1 5-.8 7 .8v11c-2-1.6-4.500-1.800-7-.8zM17 4.500c-2.500-1-5-.8-7 .8v11c2-1.600 4.500-1.800 7-.8z",
  settings: "M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4",
  sliders: "M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4",
  details: "M4 4h12v12H4zM12 4v12",
  arrow: "M10 16V4M5 9l5-5 5 5",
  close: "M5 5l10 10M15 5L5 15",
  check: "M4 10.500l4 4 8-9",
  again: "M16 10a6 6 0 1 1-2-4.500M16 3v4h-4",
  grid4: "M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z",
  refine: "M10 2.500l1.800 5.200 5.200 1.800-5.200 1.800L10 16.500l-1.800-5.200L3 9.500l5.200-1.800z",
  colour: "M10 2.500s5 5.300 5 9a5 5 0 0 1-10 0c0-3.700 5-9 5-9z",
  longer: "M10 4v6l4 2M10 17a7 7 0 1 1 0-14 7 7 0 0 1 0 14z",
  download: "M10 3v10M5.500 9l4.500 4.500L14.500 9M4 16.500h12",
  share: "M7 10.500l6-3.500M7 10.500l6 3.500M5 12.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM15 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM15 17a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  export: "M10 12V3M6 6.500L10 3l4 3.500M4 10v6.500h12V10",
  bin: "M4 6h12M8 6V4h4v2M5.500 6l.8 10.500h7.400L14.500 6M8.500 9v4.500M11.500 9v4.500",
  pause: "M7 4v12M13 4v12",
  play: "M6 4l10 6-10 6z",
  stop: "M5 5h10v10H5z",
  sphere: "M10 17a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM5 7c2 2.500 8 2.500 10 0",
  wire: "M10 2.500l6.500 3.800v7.400L10 17.500l-6.500-3.800V6.300zM3.500 6.300L10 10l6.500-3.700M10 10v7.500",
  light: "M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM10 1.500v2M10 16.500v2M1.500 10h2M16.500 10h2M4 4l1.400 1.400M14.600 14.600L16 16M4 16l1.400-1.400M14.600 5.400L16 4",
  ground: "M3 3h14v14H3zM3 12l5-4 4 3 2.500-2 2.500 2",
  floor: "M2 14l8-5 8 5-8 4zM6 11.500l8 5M14 11.500l-8 5",
  ruler: "M2.500 13L13 2.500 17.500 7 7 17.500zM6 9.500l1.500 1.500M8.500 7l2.500 2.500M11 4.500L12.500 6",
  ortho: "M4 7h9v9H4zM4 7l3-3h9M13 7l3-3v9l-3 3",
  section: "M3 10h14M5 10V4h10v6M6 13h1M9.500 13h1M13 13h1M6 16h1M9.500 16h1M13 16h1",
  camera: "M3 6.500h3l1.500-2h5l1.500 2h3v9H3zM10 13.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  full: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",
  split: "M10 2.500v15M3 5h4.500v10H3M12.500 5H17v10h-4.500",
  layers: "M10 3l7 3.500-7 3.500-7-3.500zM3 10l7 3.500L17 10M3 13.500L10 17l7-3.500",
  views: "M10 2.500l6.500 3.800v7.400L10 17.500l-6.500-3.800V6.300z",
  turn: "M3 10c0-2 3-3.500 7-3.500s7 1.500 7 3.500-3 3.500-6 3.500M13 11l-2.500 2.500L13 16",
  more: "M4.500 10h.01M10 10h.01M15.500 10h.01",
  star: "M10 2.800l2.200 4.600 5 .7-3.600 3.500.9 5L10 14.200l-4.500 2.400.9-5L2.800 8.100l5-.7z",
  dice: "M3.500 3.500h13v13h-13zM7 7h.01M13 13h.01M13 7h.01M7 13h.01M10 10h.01",
  search: "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.500 13.500L17 17",
  tag: "M3 3h6.500l7.500 7.500L10.500 17 3 9.500zM6.500 6.500h.01",
  compare: "M3 4h6v12H3zM11 4h6v12h-6z",
  sun: "M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM10 1.500v2M10 16.500v2M1.500 10h2M16.500 10h2M4 4l1.400 1.400M14.600 14.600L16 16M4 16l1.400-1.400M14.600 5.400L16 4",
  moon: "M16 11.500A6.500 6.500 0 0 1 8.500 4 6.500 6.500 0 1 0 16 11.500z",
  undo: "M5 5v4h4M5 9a6 6 0 1 1 1.500 5.500",
  open: "M3 16V5h5l1.500 2H17v9z",
  queue: "M3 5h14M3 10h14M3 15h8",
  texture: "M3 3h14v14H3zM3 10h14M10 3v14M3 3l14 14",
  edit: "M3 17l1-4L13.500 3.500l3 3L7 16z",
  teach: "M10 4l8 4-8 4-8-4zM5 10v4c2.500 2 7.500 2 10 0v-4",
  first: "M4 4h12M10 17V8M6 11.500L10 8l4 3.500",
};

export function Icon({ name, size = 20, fill = false }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" fill={fill ? "currentColor" : "none"}
      stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">
      <path d={PATHS[name]} stroke-width={name === "more" || name === "dice" ? undefined : 1.5} />
    </svg>
  );
}

/** The mark: a lump of clay on a stand. */
export function Mark({ size = 26 }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path class="mark-clay" d="M16 3.500c4.600 0 7.200 3 7.700 6.600.5 3.200 2.800 4.300 2.800 7.600 0 3.600-3.600 6-10.500 6S5.500 21.300 5.500 17.700c0-3.300 2.600-4.200 3.300-7.400C9.500 6.700 11.600 3.500 16 3.500z" />
      <path class="mark-cut" d="M11.300 16.800c2.900 1.700 7.300 1.600 10.100-1.200M12.800 10.600c1.700 1 4.100.9 5.900-.8" />
      <path class="mark-stand" d="M9.500 26.300h13M16 23.800v2.500" />
    </svg>
  );
}
