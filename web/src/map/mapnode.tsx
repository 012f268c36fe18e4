// An entity on the map: as in the drawing, at the size of the screen, with a ring where its place is only approximate.
import { glyphOf, OUTLINES, shapeOf } from "../draw/looks";
import { nodeName } from "../controls/names";
import { hovered } from "../state/spot";
import { go } from "../state/store";
import { strings as s } from "../strings";
import type { Placed as LabelSpot } from "../draw/labels";
import type { Placed } from "./places";

export function MapNode({ place, k, lit, chosen, label }: { place: Placed; k: number; lit: boolean; chosen: boolean; label: LabelSpot | undefined }) {
  const { node, x, y, through, rough } = place;
  const name = `${nodeName(node)}${through ? `, ${s.map.through(through)}` : ""}`;
  return (
    <g class={`node x-${node.existence} ${lit ? "lit" : ""} ${chosen ? "chosen" : ""}`} data-node={node.id} role="button" tabIndex={0} aria-label={name} transform={`translate(${x} ${y}) scale(${1 / k})`}
      onClick={() => go({ selected: `n:${node.id}` })} onKeyDown={(event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); go({ selected: `n:${node.id}` }); } }}
      onPointerEnter={() => (hovered.value = `n:${node.id}`)} onPointerLeave={() => (hovered.value = "")} onFocus={() => (hovered.value = `n:${node.id}`)} onBlur={() => (hovered.value = "")}>
      {rough && <circle class="area" r={22} />}
      <circle class="hit" r={14} /><circle class="ring" r={15} />
      <path class="body" d={OUTLINES[shapeOf(node.types)]} transform="scale(10)" />
      <path class="glyph" d={glyphOf(node.types)} transform="translate(-5.600 -5.600) scale(.7)" />
      {label && <g class="label" aria-hidden="true" transform={`translate(${label.x - x * k} ${label.y - y * k})`}><text text-anchor={label.anchor}>{label.lines.map((line, i) => <tspan key={i} x={0} y={12 + i * 15}>{line}</tspan>)}</text></g>}
    </g>
  );
}
