// Legend and filters in one: each entry shows how a thing is drawn, how often it occurs, and filters by it.
import { computed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Polarity, Status } from "../api/shapes";
import { LINE } from "../draw/looks";
import { counts, nameOf } from "../state/counts";
import { drawn } from "../state/data";
import { relationLabel, typeLabel } from "../state/ontology";
import { liftAll, toggle } from "../state/query";
import { railOpen, wide } from "../state/prefs";
import { go, view } from "../state/store";
import type { FilterName } from "../state/url";
import { strings as s } from "../strings";
import { Icon } from "./icon";
import { LineSample, ShapeSample, StatusSample } from "./sample";

const lineages = computed(() => new Map(drawn.value?.base.nodes.map((n) => [n.type, n.types] as const) ?? []));

function Entry({ filter, value, sample, label }: { filter: FilterName; value: string; sample?: ComponentChildren; label: string }) {
  const count = counts.value.get(filter)?.get(value);
  const on = view.value.filters[filter].includes(value);
  return (
    <li>
      <button type="button" class="entry" aria-pressed={on} onClick={() => go((v) => toggle(v, filter, value))}>
        {sample}<span class="what"><bdi>{label}</bdi></span><span class="count">{count ? s.filters.count(count.drawn, count.all) : "0"}</span>
      </button>
    </li>
  );
}

function Group({ filter, title, label, sample, few = 8 }: { filter: FilterName; title: string; label: (value: string) => string; sample?: (value: string) => ComponentChildren; few?: number }) {
  const [all, setAll] = useState(false);
  const values = [...(counts.value.get(filter) ?? [])].sort((a, b) => b[1].all - a[1].all || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
  const chosen = view.value.filters[filter].filter((v) => !values.includes(v));
  const shown = all ? values : values.slice(0, few);
  if (!values.length && !chosen.length) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>{[...chosen, ...shown].map((value) => <Entry key={value} filter={filter} value={value} label={label(value)} sample={sample?.(value)} />)}</ul>
      {values.length > few && <button type="button" class="link small" aria-expanded={all} onClick={() => setAll(!all)}>{all ? s.menu.close : s.entity.show(values.length - few)}</button>}
    </section>
  );
}

export function Rail() {
  const { min_confidence, q, derived, filters } = view.value;
  const present = counts.value.get("status");
  const statuses = (Object.keys(LINE) as Status[]).filter((one) => present?.has(one) || filters.status.includes(one));
  return (
    <aside class="rail" aria-label={s.menu.filters} tabIndex={0}>
      <div class="sheet-head">
        <h2>{s.legend.title}</h2>
        {!wide.value && <button type="button" class="btn plain icon close" aria-label={s.menu.close} onClick={() => (railOpen.value = false)}><Icon name="close" /></button>}
      </div>
      <p class="small quiet">{s.legend.hint} <button type="button" class="link" onClick={() => go(liftAll)}>{s.clear}</button></p>
      <section>
        <h3>{s.legend.sign}</h3>
        <ul>{(["cooperative", "neutral", "conflictual"] as Polarity[]).map((one) => <Entry key={one} filter="polarity" value={one} label={s.polarity[one]!} sample={<LineSample line="solid" polarity={one} tip={one === "conflictual" ? "tee" : "arrow"} />} />)}</ul>
        <p class="ends quiet"><LineSample line="solid" tip="arrow" /> {s.legend.arrow} <LineSample line="solid" tip="tee" /> {s.legend.tee}</p>
      </section>
      <section>
        <h3>{s.legend.line}</h3>
        <ul>{statuses.map((one) => <Entry key={one} filter="status" value={one} label={s.status[one]!} sample={<StatusSample status={one} />} />)}</ul>
        <label class="switch">
          <input type="checkbox" checked={derived} onChange={() => go({ derived: !derived })} /><LineSample line="wave" /><span>{s.filters.derived}<br /><small class="quiet">{s.filters.derivedHint}</small></span>
        </label>
      </section>
      <Group filter="entity_type" title={s.legend.shapes} label={typeLabel} sample={(value) => <ShapeSample types={lineages.value.get(value) ?? [value]} />} />
      <p class="ends quiet"><ShapeSample types={["Organisation"]} stacked /> {s.legend.generic}</p>
      <p class="ends quiet"><ShapeSample types={["State"]} hollow /> {s.legend.hollow}</p>
      <p class="ends quiet"><ShapeSample types={["Actor"]} size={11} /><ShapeSample types={["Actor"]} size={19} /> {s.legend.size}</p>
      <Group filter="type" title={s.filters.names.type!} label={relationLabel} few={9} />
      <Group filter="category" title={s.filters.names.category!} label={(id) => id.replaceAll("_", " ")} />
      <Group filter="asserted_by" title={s.filters.names.asserted_by!} label={(id) => nameOf("asserted_by", id) ?? id} few={6} />
      <Group filter="modality" title={s.filters.names.modality!} label={(id) => s.modality[id] ?? id} />
      <Group filter="stance" title={s.filters.names.stance!} label={(id) => s.stance[id] ?? id} />
      <Group filter="source" title={s.filters.names.source!} label={(id) => nameOf("source", id) ?? id} few={5} />
      <Group filter="dataset" title={s.filters.names.dataset!} label={(id) => nameOf("dataset", id) ?? id} few={5} />
      <section class="stackform">
        <label class="named">{s.filters.names.min_confidence}
          <select class="field" value={min_confidence} onChange={(event) => go({ min_confidence: event.currentTarget.value })}>
            <option value="">{s.filters.any}</option>
            {["low", "medium", "high"].map((level) => <option key={level} value={level}>{s.filters.confidence[level]}</option>)}
          </select>
        </label>
        <label class="named">{s.filters.words}
          <input class="field" type="search" value={q} onChange={(event) => go({ q: event.currentTarget.value.trim() })} />
        </label>
      </section>
    </aside>
  );
}
