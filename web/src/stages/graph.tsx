// The drawing on the stage: wires the renderer to the state, and shows what stands around it (status, tray, caption).
import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Caption } from "../controls/caption";
import { Intro } from "../controls/intro";
import { nodeName } from "../controls/names";
import { Skeleton, Failure } from "../controls/parts";
import { StatusLine } from "../controls/statusline";
import { Toolbar } from "../controls/toolbar";
import { Camera } from "../draw/camera";
import { Renderer } from "../draw/renderer";
import { isFront } from "../controls/header";
import { AbsenceNote } from "../panels/absence";
import { camera } from "../state/camera";
import { aspect, drawn, failure, loading, retry, tray } from "../state/data";
import { marks } from "../state/marks";
import { stillMotion, wide } from "../state/prefs";
import { hovered, spot } from "../state/spot";
import { go, view } from "../state/store";
import { strings as s } from "../strings";
import { Tray } from "../controls/tray";
import { attachPointer } from "./pointer";
import { attachKeyboard } from "./keyboard";


export function GraphStage() {
  const root = useRef<SVGSVGElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const svg = root.current!;
    const still = () => stillMotion.peek();
    // Labels keep clear of what lies over the drawing.
    const blocked = () => {
      const frame = svg.parentElement!.getBoundingClientRect();
      return [...svg.closest(".canvas")!.querySelectorAll<HTMLElement>(".tools > *, .status > *, .intro, .tray summary")].map((el) => {
        const { left, top, right, bottom } = el.getBoundingClientRect();
        return { left: left - frame.left, top: top - frame.top, right: right - frame.left, bottom: bottom - frame.top };
      });
    };
    const renderer = new Renderer(svg, nodeName, still, blocked);
    let timer = 0;
    let resizing = 0;
    let drawnKey = "";
    // What lies over the drawing from below: the introduction, or on a phone the panel.
    const below = () => {
      const cover = svg.closest(".canvas")?.querySelector<HTMLElement>(".intro") ?? (wide.peek() ? null : document.querySelector<HTMLElement>(".body > .panel"));
      return cover ? Math.min(svg.clientHeight * 0.6, cover.offsetHeight + 8) : 0;
    };
    const lens = new Camera(frame.current!, (t) => renderer.look(t), (t, byUser) => {
      renderer.rest(t);
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        renderer.relabel();
        if (byUser && lens.moved) go({ camera: lens.text }, { replace: true });
      }, byUser ? 140 : 0);
    }, still, below);
    camera.value = {
      get text() { return lens.text; },
      fit: () => { lens.fit(renderer.points.values(), true); go({ camera: "" }, { replace: true }); },
      refit: () => { lens.moved = false; lens.fit(renderer.points.values(), true); },
      zoomBy: (factor) => lens.zoomBy(factor),
      panBy: (x, y) => lens.panBy(x, y),
      centreOn: (id) => { const p = drawn.peek()?.positions.get(id); if (p) { lens.moved = true; lens.centre(p); } },
      picture: () => svg,
      pointOf: (id) => renderer.pointOf(id),
    };
    const measure = () => (aspect.value = Math.min(2.2, Math.max(0.6, svg.clientWidth / Math.max(1, svg.clientHeight))));
    measure();
    const keys = attachKeyboard(svg, renderer);
    const stops = [
      keys.stop,
      effect(() => {
        const now = drawn.value;
        const { parallel, pins } = view.value;
        const marked = marks.value;
        if (!now) return;
        const placed = new Set(now.positions.keys());
        const nodes = now.shown.nodes.filter((n) => placed.has(n.id) || n.seed);
        renderer.update({ nodes, edges: [...now.shown.edges, ...marked.extra], positions: now.positions, parallel, pins: new Set(Object.keys(pins)), marks: marked.classes });
        svg.setAttribute("aria-label", s.graph.label(nodes.length, now.shown.edges.length));
        if (now.key !== drawnKey) {
          const first = !drawnKey;
          drawnKey = now.key;
          if (!(first && view.peek().camera && lens.restore(view.peek().camera)) && !(lens.moved && view.peek().camera)) requestAnimationFrame(() => lens.fit(now.positions.values(), !first));
        }
        keys.refresh();
      }),
      effect(() => renderer.light(spot.value, view.value.selected)),
      effect(() => {
        const { selected } = view.value;
        if (!wide.peek() && selected) setTimeout(() => { const p = renderer.pointOf(selected.slice(2)); if (p) lens.centre(p, lens.transform.k); else if (!lens.moved) lens.fit(renderer.points.values(), true); }, 60);
      }),
      attachPointer(svg, renderer),
    ];
    const observer = new ResizeObserver(() => {
      // Not at once: a panel that opens with the first of two clicks must not pull the node from under the second.
      clearTimeout(resizing);
      resizing = window.setTimeout(() => {
        measure();
        if (!lens.moved && drawn.peek()) lens.fit(drawn.peek()!.positions.values(), true);
        else renderer.relabel();
      }, 280);
    });
    observer.observe(svg);
    return () => {
      stops.forEach((stop) => stop());
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(resizing);
      camera.value = null;
      hovered.value = "";
      svg.replaceChildren();
    };
  }, []);
  const now = drawn.value;
  const empty = now && !now.shown.edges.length && !loading.value;
  return (
    <div class="canvas" aria-busy={loading.value}>
      <div class="lens" ref={frame}><svg ref={root} class="drawing" role="group" aria-roledescription="graph" aria-label={s.graph.loading} tabIndex={-1} /></div>
      {!now && loading.value && <div class="veil"><Skeleton lines={4} /><span class="sr" role="status">{s.graph.loading}</span></div>}
      {failure.value && <div class="stagefail"><Failure error={failure.value} retry={retry} kept={Boolean(now)} /></div>}
      {empty && !failure.value && <div class="veil"><AbsenceNote hidden={now.shown.meta.hidden} absence={now.shown.absence} total={now.base.edges.length} /></div>}
      <StatusLine />
      <Toolbar />
      {tray.value.length > 0 && view.value.tool === "explore" && !isFront() && <Tray />}
      {isFront() ? <Intro /> : null}
      <Caption />
    </div>
  );
}
