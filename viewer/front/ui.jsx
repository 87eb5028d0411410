// Small parts that every view uses.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { runPath, url } from "./api.js";
import { copy, fill } from "./copy.js";
import { Icon } from "./icons.jsx";
import { neighbour } from "./rows.js";
import { hush, toasts } from "./state.js";

/** A button with an icon; `label` is read out, and shown unless `bare`. */
export function Button({ icon, label, bare = false, kind = "", small = false, title, pressed, ...rest }) {
  const name = `button ${kind} ${bare ? "bare" : ""} ${small ? "small" : ""}`;
  return (
    <button type="button" class={name} title={title || (bare ? label : undefined)} aria-label={bare ? label : undefined}
      aria-pressed={pressed === undefined ? undefined : String(pressed)} {...rest}>
      {icon && <Icon name={icon} size={small ? 16 : 20} />}
      {!bare && <span>{label}</span>}
    </button>
  );
}

/** A ring that fills, or turns where it is not known how far it is. */
export function Ring({ value, size = 28, width = 2.5, status = "", label }) {
  const radius = (size - width) / 2, around = 2 * Math.PI * radius;
  const known = value !== null && value !== undefined;
  return (
    <svg class={`ring ${known ? "" : "turning"} ${status}`} width={size} height={size} viewBox={`0 0 ${size} ${size}`}
      role={label ? "progressbar" : undefined} aria-label={label} aria-hidden={label ? undefined : "true"}
      aria-valuemin={label ? 0 : undefined} aria-valuemax={label ? 100 : undefined} aria-valuenow={label && known ? Math.round(100 * value) : undefined}>
      <circle class="ring-track" cx={size / 2} cy={size / 2} r={radius} stroke-width={width} fill="none" />
      <circle class="ring-value" cx={size / 2} cy={size / 2} r={radius} stroke-width={width} fill="none" stroke-linecap="round"
        stroke-dasharray={around} stroke-dashoffset={around * (1 - (known ? Math.max(0.02, value) : 0.25))} transform={`rotate(-90 ${size / 2} ${size / 2})`} />
    </svg>
  );
}

/** How far a job is, in [0, 1]: its training and then its files. */
export function share(job) {
  if (job.status === "done") return 1;
  if (job.status !== "running") return job.total ? (0.85 * job.step) / job.total : 0;
  if (job.stage === "export") return 0.92;
  return job.step ? (0.88 * job.step) / job.total : null;
}

const drawn = new Set();

/** A run's three-quarter view with alpha, which turns while it is pointed at, or always if `turning`; `run.base`: where its pictures are, if not below the run's own path. */
export function Thumb({ run, turning = false, alt = "" }) {
  const [turn, setTurn] = useState(turning);
  const [version, setVersion] = useState(0);
  const [missing, setMissing] = useState(false);
  const base = run.base || runPath(run.name);
  const key = `${base} ${run.v || ""}`;
  const address = url(`${base}/thumb`, { v: run.v, n: version || undefined });
  useEffect(() => { setMissing(false); }, [key]);
  // A first picture may be the front still, while the three-quarter view is being drawn.
  useEffect(() => {
    if (drawn.has(key) || run.status !== "done") return undefined;
    let tries = 0, timer = 0, gone = false;
    const ask = async () => {
      const response = await fetch(address).catch(() => null);
      if (gone || !response) return;
      if (response.ok && response.headers.get("X-Turn") === "yes") { drawn.add(key); if (tries) setVersion((n) => n + 1); return; }
      if (!response.ok || (tries += 1) > 40) return;
      timer = setTimeout(ask, Math.min(6000, 1200 + 400 * tries));
    };
    timer = setTimeout(ask, 50);
    return () => { gone = true; clearTimeout(timer); };
  }, [key]);
  const strip = turn && !missing && run.status === "done" ? `url("${url(`${base}/turn`, { v: run.v, n: version || undefined })}")` : "";
  return (
    <span class="thumb" onPointerEnter={() => setTurn(true)} onPointerLeave={() => setTurn(turning)}>
      {missing
        ? <span class="thumb-none">{copy.library.noPicture}</span>
        : <img src={address} alt={alt} loading="lazy" draggable={false} class={strip ? "under" : ""} onError={() => setMissing(true)} />}
      {strip && <span class="thumb-turn" style={{ backgroundImage: strip }} />}
    </span>
  );
}

/** Rating by radio buttons, so that arrow keys work; a click on the current one takes it back. `stop`: whether Tab stops here. */
export function Stars({ value, onChange, name, small = false, stop = true }) {
  return (
    <span class={`stars ${small ? "small" : ""}`} role="radiogroup" aria-label={copy.inspector.stars}>
      {[1, 2, 3, 4, 5].map((n) => (
        <button type="button" key={n} role="radio" aria-checked={String(n === value)} tabIndex={stop && n === (value || 1) ? 0 : -1} class={n <= value ? "on" : ""}
          aria-label={fill(copy.inspector.star, { n })} name={name} onClick={() => onChange(n === value ? 0 : n)}
          onKeyDown={(event) => {
            const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
            if (!step) return;
            event.preventDefault();
            onChange(Math.min(5, Math.max(1, value + step)));
          }}>
          <Icon name="star" size={small ? 15 : 18} fill={n <= value} />
        </button>
      ))}
    </span>
  );
}

/**
 * Many buttons of one kind as one stop for Tab: arrow keys, Home and End go from one to the next, by where they lie.
 * `item`: their selector. Returns what the element around them takes; they must be given no tabIndex of their own.
 */
export function useRoving(item) {
  const root = useRef(null), last = useRef(null);
  const all = () => [...root.current.querySelectorAll(item)];
  const settle = (items, stop) => {
    last.current = stop;
    for (const node of items) if (node.tabIndex !== (node === stop ? 0 : -1)) node.tabIndex = node === stop ? 0 : -1;
  };
  useLayoutEffect(() => {
    if (!root.current) return;
    const items = all();
    settle(items, items.includes(last.current) ? last.current : items.find((node) => node.ariaCurrent === "true" || node.ariaChecked === "true") || items[0]);
  });
  const onKeyDown = (event) => {
    const items = all(), at = items.indexOf(event.composedPath().find((node) => items.includes(node)));
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = neighbour(event.key, at, items.length, columnsOf(items));
    if (next === null) return;
    event.preventDefault();
    settle(items, items[next]);
    items[next].focus();
  };
  const onFocusIn = (event) => { const items = all(); if (items.includes(event.target)) settle(items, event.target); };
  return { ref: root, onKeyDown, onFocusIn };
}

/** How many lie in the first row. */
const columnsOf = (items) => {
  const top = (node) => Math.round(node.getBoundingClientRect().top), first = top(items[0]);
  const n = items.findIndex((node) => top(node) !== first);
  return n < 0 ? items.length : n;
};

/** Whether fingers point here: then nothing that is typed into takes the focus unasked, since a keyboard would cover half of the page. */
export const byTouch = () => window.matchMedia("(pointer: coarse)").matches;

/** A menu or panel that a button opens; Escape and a click elsewhere close it, and focus goes back. */
export function Popover({ icon, label, bare = true, title, kind = "", side = "below", align = "center", children, active = false, disabled = false, small = false, onOpen }) {
  const [open, setOpen] = useState(false);
  const root = useRef(null), panel = useRef(null);
  const close = (focus = true) => { setOpen(false); if (focus) root.current?.querySelector("button")?.focus(); };
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event) => { if (!event.composedPath().includes(root.current)) setOpen(false); };
    document.addEventListener("pointerdown", outside);
    const first = panel.current?.querySelector("button, input, select, [tabindex]");
    (byTouch() && first?.tagName === "INPUT" ? panel.current : first)?.focus({ preventScroll: true });
    return () => document.removeEventListener("pointerdown", outside);
  }, [open]);
  // It stays inside of the window, also when what it shows comes later.
  useLayoutEffect(() => {
    if (!open || !panel.current) return undefined;
    const keepInside = () => {
      panel.current.style.translate = "none";
      const box = panel.current.getBoundingClientRect();
      const over = Math.max(0, box.right - window.innerWidth + 8), under = Math.max(0, 8 - box.left);
      if (over || under) panel.current.style.translate = `${under - over}px 0`;
    };
    const observer = new ResizeObserver(keepInside);
    keepInside();
    observer.observe(panel.current);
    return () => observer.disconnect();
  }, [open]);
  return (
    <span class={`popover ${side} align-${align}`} ref={root} onKeyDown={(event) => { if (event.key === "Escape" && open) { event.stopPropagation(); close(); } }}>
      <Button icon={icon} label={label} bare={bare} title={title} kind={`${kind} ${active ? "active" : ""}`} small={small} disabled={disabled} aria-expanded={String(open)} aria-haspopup="dialog"
        onClick={() => { setOpen(!open); if (!open) onOpen?.(); }} />
      {open && <div class="popover-panel" ref={panel} role="dialog" tabIndex={-1} aria-label={title || label}>{typeof children === "function" ? children(close) : children}</div>}
    </span>
  );
}

/** A modal dialog. */
export function Dialog({ title, onClose, wide = false, children, footer }) {
  const ref = useRef(null);
  useEffect(() => {
    const before = ref.current.getRootNode().activeElement;
    ref.current.showModal();
    return () => before?.focus?.();
  }, []);
  return (
    <dialog class={wide ? "wide" : ""} ref={ref} aria-label={title} onClose={onClose} onCancel={onClose}
      onClick={(event) => { if (event.target === ref.current) onClose(); }}>
      <div class="dialog-body">
        <header><h2>{title}</h2><Button icon="close" label={copy.close} bare onClick={onClose} /></header>
        <div class="dialog-content" tabIndex={0} role="group" aria-label={title}>{children}</div>
        {footer && <footer>{footer}</footer>}
      </div>
    </dialog>
  );
}

/** One of a few, as a row of buttons. */
export function Segments({ label, options, value, onChange, small = false }) {
  return (
    <span class={`segments ${small ? "small" : ""}`} role="radiogroup" aria-label={label}>
      {options.map(([key, text, title]) => (
        <button type="button" key={key} role="radio" aria-checked={String(key === value)} title={title} tabIndex={key === value ? 0 : -1} class={key === value ? "on" : ""} onClick={() => onChange(key)}
          onKeyDown={(event) => {
            const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
            if (!step) return;
            event.preventDefault();
            const at = (options.findIndex(([other]) => other === value) + step + options.length) % options.length;
            onChange(options[at][0]);
            event.currentTarget.parentElement.children[at].focus();
          }}>{text}</button>
      ))}
    </span>
  );
}

export function Slider({ label, min, max, step, value, onInput }) {
  return <label class="slider"><span>{label}</span><input type="range" min={min} max={max} step={step} value={value} onInput={(event) => onInput(Number(event.currentTarget.value))} /></label>;
}

export function Toggle({ label, checked, onChange, disabled }) {
  return <label class="toggle"><input type="checkbox" role="switch" checked={checked} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} /><span>{label}</span></label>;
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <div class={`toast ${toast.kind}`} key={toast.id}>
          <span>{toast.text}</span>
          {toast.action && <Button label={toast.action.label} small onClick={() => { hush(toast.id); toast.action.run(); }} />}
          <Button icon="close" label={copy.close} bare small onClick={() => hush(toast.id)} />
        </div>
      ))}
    </div>
  );
}
