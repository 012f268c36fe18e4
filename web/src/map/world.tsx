// The map: what has a place of its own, or one through `located_in`, with its precision; borders as lines. Lines follow
// who controls the ground, as Natural Earth draws them; what states dispute is dashed. No flags, no side taken.
import { geoGraticule10, geoMercator, geoPath } from "d3-geo";
import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlasUrl from "world-atlas/countries-50m.json?url";
import { ApiError } from "../api/client";
import { Failure } from "../controls/parts";
import { quadratic, strike } from "../draw/geometry";
import { ending, lineOf, DASHES } from "../draw/looks";
import { drawn } from "../state/data";
import { hovered, spot } from "../state/spot";
import { go, view } from "../state/store";
import { strings as s } from "../strings";
import { borderLines } from "./borders";
import { nodeName } from "../controls/names";
import { disputed } from "./disputed";
import { MapNode } from "./mapnode";
import { placed, type Placed } from "./places";
import { split } from "./disputed";
import { placeLabels } from "../draw/labels";

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;
const SIZE = 1000;
const FINE = "1.5 3"; // what is inferred: a wave would not be seen at this size

export function World() {
  const [atlas, setAtlas] = useState<Atlas | null>(null);
  const [failed, setFailed] = useState(0);
  useEffect(() => {
    fetch(atlasUrl).then((r) => (r.ok ? r.json() : Promise.reject())).then(setAtlas, () => setFailed((n) => n + 1));
  }, [failed > 0 && failed % 2 === 0]);
  if (failed % 2 === 1) return <div class="stagefail"><Failure error={new ApiError(0, "", "")} retry={() => setFailed(failed + 1)} /></div>;
  if (!atlas) return <div class="veil"><div class="skeleton wide" /><span class="sr" role="status">{s.map.loading}</span></div>;
  return <Chart atlas={atlas} />;
}

function Chart({ atlas }: { atlas: Atlas }) {
  const root = useRef<SVGSVGElement>(null);
  const scene = useRef<SVGGElement>(null);
  const [k, setK] = useState(1);
  const now = drawn.value;
  const projection = useMemo(() => geoMercator().scale(SIZE / (2 * Math.PI)).translate([SIZE / 2, SIZE / 2]), []);
  const ground = useMemo(() => {
    const path = geoPath(projection);
    const { countries } = atlas.objects;
    const [settled, dashed] = split(
      mesh(atlas, countries, (a, b) => a !== b && disputed(a, b) === "no"), mesh(atlas, countries, (a, b) => a !== b && disputed(a, b) === "whole"),
      mesh(atlas, countries, (a, b) => a !== b && disputed(a, b) === "north"),
    );
    return {
      land: path(feature(atlas, countries)) ?? "",
      coast: path(mesh(atlas, countries, (a, b) => a === b)) ?? "",
      borders: path(settled) ?? "",
      disputed: path(dashed) ?? "",
      graticule: path(geoGraticule10()) ?? "",
    };
  }, [atlas]);
  const places = useMemo(() => (now ? placed(now.shown.nodes, now.shown.edges, (p) => projection(p)!) : new Map<string, Placed>()), [now]);
  const labels = useMemo(() => {
    const items = [...places.values()].map((p) => ({ id: p.node.id, x: p.x * k, y: p.y * k, r: 12, label: p.node.label, weight: p.node.degree + (spot.value?.nodes.has(p.node.id) ? 1000 : 0) }));
    return new Map(placeLabels(items, { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 }).map((l) => [l.id, l]));
  }, [places, Math.round(k * 10), spot.value]);
  useEffect(() => {
    const svg = select(root.current!);
    const behaviour = zoom<SVGSVGElement, unknown>().scaleExtent([0.5, 40]).clickDistance(4).on("zoom", (event) => {
      scene.current?.setAttribute("transform", String(event.transform));
      setK(event.transform.k);
    });
    svg.call(behaviour).on("dblclick.zoom", null);
    const { clientWidth: width, clientHeight: height } = root.current!;
    const points = [...places.values()];
    if (points.length) {
      const xs = points.map((p) => p.x).sort((a, b) => a - b), ys = points.map((p) => p.y).sort((a, b) => a - b);
      const mid = (v: number[]) => v.slice(Math.floor(v.length * 0.15), Math.ceil(v.length * 0.85));
      const [mx, my] = [mid(xs), mid(ys)];
      const scale = Math.min(22, (width * (width < 600 ? 0.3 : 0.5)) / Math.max(12, mx.at(-1)! - mx[0]!), (height * 0.5) / Math.max(12, my.at(-1)! - my[0]!));
      svg.call(behaviour.transform, zoomIdentity.translate(width / 2, height / 2).scale(scale).translate(-(mx[0]! + mx.at(-1)!) / 2, -(my[0]! + my.at(-1)!) / 2));
    }
    return () => void svg.on(".zoom", null);
  }, [now?.key]);
  const borders = useMemo(() => (now ? borderLines(now.shown.nodes, now.shown.edges, atlas, atlas.objects.countries, geoPath(projection)) : []), [now]);
  const edges = now?.shown.edges.filter((e) => places.has(e.source) && places.has(e.target)) ?? [];
  const fans = new Map<string, number>(); // how many lines of a pair are drawn already
  const lit = spot.value;
  const unplaced = (now?.shown.nodes ?? []).filter((n) => !places.has(n.id) && !borders.some((b) => b.node.id === n.id));
  return (
    <>
      <svg ref={root} class={lit ? "world spotted" : "world"} role="group" aria-label={`${s.map.label}: ${s.map.placed(places.size)}`}>
        <g ref={scene}>
          <path class="graticule" d={ground.graticule} />
          <path class="land" d={ground.land} /><path class="coast" d={ground.coast} /><path class="borders" d={ground.borders} /><path class="disputed" d={ground.disputed} />
          {borders.map(({ node, d }) => (
            <g key={node.id} class={`borderline ${lit && !lit.nodes.has(node.id) ? "" : "lit"}`} role="button" tabIndex={0} aria-label={nodeName(node)} onClick={() => go({ selected: `n:${node.id}` })}
              onKeyDown={(event) => { if (event.key === "Enter") go({ selected: `n:${node.id}` }); }} onPointerEnter={() => (hovered.value = `n:${node.id}`)} onPointerLeave={() => (hovered.value = "")} onFocus={() => (hovered.value = `n:${node.id}`)} onBlur={() => (hovered.value = "")}>
              <path d={d} />
            </g>
          ))}
          {edges.map((e) => {
            const a = places.get(e.source)!, b = places.get(e.target)!;
            if (Math.hypot(a.x - b.x, a.y - b.y) * k < 8) return null;
            const line = lineOf(e);
            const pair = e.source < e.target ? `${e.source}~${e.target}` : `${e.target}~${e.source}`;
            const nth = (fans.get(pair) ?? 0) + 1;
            fans.set(pair, nth);
            const bend = (e.source < e.target ? 1 : -1) * (0.08 + 0.055 * nth);
            const bow = { x: (a.x + b.x) / 2 - (b.y - a.y) * bend, y: (a.y + b.y) / 2 + (b.x - a.x) * bend };
            return (
              <g key={e.id} class={`edge p-${e.polarity} l-${line} ${lit?.edges.has(e.id) ? "lit" : ""}`} onPointerEnter={() => (hovered.value = `e:${e.id}`)} onPointerLeave={() => (hovered.value = "")} onClick={() => go({ selected: `e:${e.id}` })}>
                <path class="hit" d={`M${a.x} ${a.y}Q${bow.x} ${bow.y} ${b.x} ${b.y}`} vector-effect="non-scaling-stroke" />
                <path class="line" d={`M${a.x} ${a.y}Q${bow.x} ${bow.y} ${b.x} ${b.y}`} stroke-dasharray={DASHES[line] ?? (line === "wave" ? FINE : "none")} data-end={ending(e).end} />
                {line === "double" && <path class="core" d={`M${a.x} ${a.y}Q${bow.x} ${bow.y} ${b.x} ${b.y}`} />}
                {line === "struck" && <path class="strike" d={strike(quadratic(a, bow, b, 0.5), Math.atan2(b.y - a.y, b.x - a.x), 1 / k)} />}
              </g>
            );
          })}
          {[...places].map(([id, place]) => <MapNode key={id} place={place} k={k} label={labels.get(id)} lit={!lit || lit.nodes.has(id)} chosen={view.value.selected === `n:${id}`} />)}
        </g>
      </svg>
      <details class="mapnote"><summary>{s.map.note} <b>{s.map.unplaced(unplaced.length)}</b></summary><ul>{unplaced.map((n) => <li key={n.id}><button type="button" class="link" onClick={() => go({ selected: `n:${n.id}` })}>{n.label}</button></li>)}</ul></details>
    </>
  );
}
