// Everything that the very view can be taken away as: the picture as drawn, and each format that the server writes.
import { useEffect, useState } from "preact/hooks";
import { address, get } from "../api/client";
import type { Format } from "../api/shapes";
import { picturePng, pictureSvg, save } from "../draw/picture";
import { camera } from "../state/camera";
import { drawn } from "../state/data";
import { graphQueries, filterQuery } from "../state/query";
import { say } from "../state/notice";
import { view } from "../state/store";
import { strings as s } from "../strings";
import { Icon } from "./icon";
import { Menu } from "./menu";

interface Choice { id: string; label: string; suffix: string; note: string }

const FORMATS = ["json", "node-link", "cytoscape", "graphology", "graphml", "gexf", "dot", "mermaid", "csv", "parquet", "jsonld", "turtle", "nquads", "stix", "geojson", "ndjson", "ftm", "svg", "png"];

/** The formats that the server lists; where it has no list, those of the contract. */
async function formats(): Promise<Choice[]> {
  try {
    const { results } = await get<{ results: Format[] }>("formats");
    return results.map((f) => ({ id: f.name, label: f.title, suffix: f.suffix, note: s.exports.keeps(f.keeps, f.cannot) }));
  } catch {
    return FORMATS.map((id) => ({ id, label: id, suffix: id, note: "" }));
  }
}

/** The address of the drawn graph in a format: the same seeds, depth, filters and dates. */
export function exportUrl(format: string): string {
  const now = view.value;
  const nodes = drawn.value?.shown.nodes.map((n) => n.id) ?? [];
  const changed = now.expanded.length + now.hidden.length > 0 && nodes.length <= 90;
  const query = changed ? { entity: nodes, depth: 0, ...filterQuery(now), ...(now.derived ? { include_derived: "true" } : {}) } : graphQueries(now, filterQuery(now))[0]!;
  return address("graph", { ...query, format });
}

export function ExportMenu() {
  return (
    <Menu name={s.menu.export} class="exports" label={<Icon name="export" />}>{(close) => <Choices close={close} />}</Menu>
  );
}

function Choices({ close }: { close: () => void }) {
  const [all, setAll] = useState<Choice[] | null>(null);
  useEffect(() => void formats().then(setAll), []);
  const picture = async (kind: "svg" | "png") => {
    close();
    const svg = camera.peek()?.picture();
    if (!svg) return say(s.exports.none);
    if (kind === "svg") save(new Blob([pictureSvg(svg)], { type: "image/svg+xml" }), "realpolitik.svg");
    else save(await picturePng(svg), "realpolitik.png");
  };
  return (
    <>
      <h3>{s.exports.title}</h3>
      <p class="small quiet">{s.exports.hint}</p>
      <button type="button" class="item" onClick={() => void picture("svg")}>{s.exports.svg}</button>
      <button type="button" class="item" onClick={() => void picture("png")}>{s.exports.png}</button>
      <button type="button" class="item" onClick={() => { close(); setTimeout(print, 50); }}>{s.menu.print}</button>
      <h3>{s.exports.data}</h3>
      {!all && <p class="small quiet">{s.exports.loading} …</p>}
      {all?.map((format) => (
        <a key={format.id} class="item" title={format.note} href={exportUrl(format.id)} download data-format={format.id} onClick={close}>
          <span>{format.label}</span><small class="quiet suffix">.{format.suffix}</small>
        </a>
      ))}
    </>
  );
}
