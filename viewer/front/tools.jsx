// The viewer's tools: icons with tooltips, along the top of the stage.
import { useEffect } from "preact/hooks";
import { copy } from "./copy.js";
import { Button, Popover, Segments, Slider, Toggle } from "./ui.jsx";
import { ENVIRONMENTS } from "./viewer/environments.js";
import { SHADINGS } from "./viewer/shading.js";

const t = copy.tools;
const BACKGROUNDS = ["plaster", "white", "dark", "checker"];

/**
 * `settings`: a signal of the viewer's state; `viewer`: the viewer; `levels`: names of levels of detail;
 * `split`: { on, toggle, why } where the field can be compared; `root`: what goes full screen.
 */
export function Tools({ viewer, settings, levels = [], level, onLevel, split, root, name = "view" }) {
  const state = settings.value;
  const set = (patch) => { settings.value = { ...settings.value, ...patch }; };
  useEffect(() => {
    const key = (event) => {
      const target = event.composedPath()[0];
      if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable) return;
      const number = SHADINGS["12345678".indexOf(event.key)];
      if (number && event.key !== "") set({ shading: number });
      else if (event.key === "w") set({ wire: settings.value.wire ? 0 : 0.4 });
      else if (event.key === "g") set({ grid: !settings.value.grid });
      else if (event.key === "d") set({ dimensions: settings.value.dimensions ? "" : "auto" });
      else if (event.key === "o") set({ ortho: !settings.value.ortho });
      else if (event.key === "f") viewer.from("home");
      else return;
      event.preventDefault();
    };
    viewer.element.addEventListener("keydown", key);
    return () => viewer.element.removeEventListener("keydown", key);
  }, [viewer]);
  const save = async () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await viewer.picture());
    link.download = `${name}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  return (
    <div class="tools" role="toolbar" aria-label={t.label}>
      <Popover icon="sphere" label={t.shading} active={state.shading !== "lit"} align="start">
        <div class="choices" role="radiogroup" aria-label={t.shading}>
          {SHADINGS.map((mode, n) => (
            <button type="button" key={mode} role="radio" aria-checked={String(state.shading === mode)} class={state.shading === mode ? "on" : ""} onClick={() => set({ shading: mode })}>
              <i class={`swatch ${mode}`} />{t[mode]}<kbd>{n + 1}</kbd>
            </button>
          ))}
        </div>
      </Popover>
      <Popover icon="wire" label={t.wire} active={state.wire > 0} onOpen={() => { if (!settings.value.wire) set({ wire: 0.4 }); }}>
        <div class="form"><Toggle label={t.wire} checked={state.wire > 0} onChange={(on) => set({ wire: on ? 0.4 : 0 })} />
          <Slider label={t.wireStrength} min={0.05} max={1} step={0.05} value={state.wire || 0.4} onInput={(wire) => set({ wire })} /></div>
      </Popover>
      {levels.length > 1 && (
        <Popover icon="layers" label={t.lod} active={level !== levels[0]}>
          <div class="form"><Segments label={t.lod} options={levels.map((each) => [each, each === "full" ? t.fullLevel : each === "textured" ? t.textured : each])} value={level} onChange={onLevel} /></div>
        </Popover>
      )}
      <Popover icon="light" label={t.light} active={state.environment !== "studio"}>
        <div class="form">
          <Segments label={t.environment} options={ENVIRONMENTS.map((each) => [each, t[each]])} value={state.environment} onChange={(environment) => set({ environment })} />
          <Slider label={t.angle} min={-180} max={180} step={1} value={state.light} onInput={(light) => set({ light })} />
          <Slider label={t.strength} min={0} max={3} step={0.05} value={state.strength} onInput={(strength) => set({ strength })} />
        </div>
      </Popover>
      <Popover icon="ground" label={t.background} active={state.background !== "plaster"}>
        <div class="form"><Segments label={t.background} options={BACKGROUNDS.map((each) => [each, t[each]])} value={state.background} onChange={(background) => set({ background })} /></div>
      </Popover>
      <Button icon="floor" label={t.grid} bare pressed={state.grid} title={`${t.grid} (G)`} onClick={() => set({ grid: !state.grid })} />
      <Popover icon="ruler" label={t.dimensions} active={Boolean(state.dimensions)} onOpen={() => { if (!settings.value.dimensions) set({ dimensions: "auto" }); }}>
        <div class="form"><Toggle label={t.dimensions} checked={Boolean(state.dimensions)} onChange={(on) => set({ dimensions: on ? "auto" : "" })} />
          <Segments label={t.dimensions} options={[["auto", t.auto], ["mm", "mm"], ["cm", "cm"], ["m", "m"]]} value={state.dimensions || "auto"} onChange={(dimensions) => set({ dimensions })} /></div>
      </Popover>
      <Popover icon="section" label={t.section} active={Boolean(state.section)} onOpen={() => { if (!settings.value.section) set({ section: { axis: "x", at: 0.5 } }); }}>
        <div class="form"><Toggle label={t.section} checked={Boolean(state.section)} onChange={(on) => set({ section: on ? { axis: "x", at: 0.5 } : null })} />
          <Segments label={t.axis} options={[["x", "X"], ["y", "Y"], ["z", "Z"]]} value={state.section?.axis || "x"} onChange={(axis) => set({ section: { axis, at: state.section?.at ?? 0.5 } })} />
          <Slider label={t.position} min={0} max={1} step={0.01} value={state.section?.at ?? 0.5} onInput={(at) => set({ section: { axis: state.section?.axis || "x", at } })} /></div>
      </Popover>
      <Popover icon="views" label={t.views} active={state.ortho}>
        {() => <div class="form">
          <div class="row">{["front", "left", "top"].map((side) => <Button key={side} label={t[side]} small onClick={() => viewer.from(side)} />)}<Button label={t.reset} small onClick={() => viewer.from("home")} title="F" /></div>
          <Toggle label={t.ortho} checked={state.ortho} onChange={(ortho) => set({ ortho })} />
          <Toggle label={t.turn} checked={viewer.turns()} onChange={(turn) => { viewer.setTurn(turn); set({ turn: true }); }} />
        </div>}
      </Popover>
      {split && <Button icon="split" label={t.split} bare pressed={split.on} disabled={Boolean(split.why)} title={split.why || t.split} onClick={split.toggle} />}
      <Button icon="camera" label={t.screenshot} bare onClick={save} />
      {document.fullscreenEnabled && <Button icon="full" label={t.full} bare onClick={() => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen())} />}
    </div>
  );
}
