// The panel of an entity: what it is, what to do with it in the drawing, its relations by kind and direction.
import { useState } from "preact/hooks";
import type { Entity, Page, Relation } from "../api/shapes";
import { useAnswer } from "../controls/answer";
import { EntityLink, EntityLinks, Failure, isPlain, Row, Skeleton } from "../controls/parts";
import { ShapeSample } from "../controls/sample";
import { dismiss, expand, explore, keepOnly, unpin } from "../state/actions";
import { byId, drawn } from "../state/data";
import { around } from "../state/merge";
import { typeAbout, typeLabel } from "../state/ontology";
import { relationQuery } from "../state/query";
import { go, href, view } from "../state/store";
import { strings as s } from "../strings";
import { AbsenceNote } from "./absence";
import { grouped, RelationItem, type RelationGroup } from "./relationlist";
import { SourceLinks } from "./sourcelinks";
import { Strip } from "./strip";

const FEW = 6;

export function EntityPanel({ id }: { id: string }) {
  const answer = useAnswer<{ entity: Entity }>(`entities/${encodeURIComponent(id)}`);
  const entity = { ...answer, data: answer.data?.entity ?? null };
  const node = byId.value.get(id);
  const label = entity.data?.label ?? node?.label ?? id;
  if (entity.error) return <><h2>{label}</h2><Failure error={entity.error} retry={entity.retry} /></>;
  return (
    <>
      <header class="who">
        <ShapeSample types={entity.data?.types ?? node?.types ?? []} size={34} hollow={(entity.data?.existence ?? "actual") !== "actual"} stacked={entity.data?.generic ?? false} />
        <div><h2><bdi>{label}</bdi></h2><p class="quiet small" title={typeAbout(entity.data?.type ?? "")}>{typeLabel(entity.data?.type ?? node?.type ?? "")}{entity.data?.generic && ` · ${s.entity.generic}`}</p></div>
      </header>
      <Actions id={id} />
      {entity.data ? <EntityFacts entity={entity.data} /> : <Skeleton lines={4} />}
      <RelationsOf id={id} />
      {entity.data && <p class="cite small quiet">{s.entity.cite}: {entity.data.cite}</p>}
    </>
  );
}

function Actions({ id }: { id: string }) {
  const { pins, seeds, expanded } = view.value;
  const node = byId.value.get(id);
  const graph = drawn.value?.shown;
  return (
    <p class="actions">
      {node && node.hidden_neighbours > 0 && !expanded.includes(id) && <button type="button" class="btn primary" onClick={() => expand(id)}>{s.entity.expand(node.hidden_neighbours)}</button>}
      {!(seeds.length === 1 && seeds[0] === id) && <button type="button" class="btn" onClick={() => explore([id])}>{s.entity.focus}</button>}
      <button type="button" class="btn" onClick={() => go({ tool: "explain", start: id, end: "", selected: "", path: -1 })}>{s.entity.path}</button>
      {node && <button type="button" class="btn" onClick={() => dismiss(id)}>{s.entity.dismiss}</button>}
      {node && graph && <button type="button" class="btn" onClick={() => keepOnly(around(graph, id).nodes)}>{s.entity.others}</button>}
      {pins[id] && <button type="button" class="btn" onClick={() => unpin(id)}>{s.entity.unpin}</button>}
      <a class="btn" href={href({ page: `entity:${id}` })} onClick={(event) => { if (isPlain(event)) { event.preventDefault(); go({ page: `entity:${id}` }); } }}>{s.entity.page}</a>
    </p>
  );
}

export function EntityFacts({ entity }: { entity: Entity }) {
  const names = entity.names.filter((n) => n.text !== entity.label);
  const identifiers = Object.entries(entity.identifiers);
  return (
    <>
      {entity.existence !== "actual" && <p class="standing st-alleged"><span>{s.entity.existence[entity.existence]}</span></p>}
      {entity.description && <p class="lede"><bdi>{entity.description}</bdi></p>}
      <dl class="facts wide">
        {names.length > 0 && <Row name={s.entity.also}>{names.map((n, i) => <span key={n.text + n.lang}>{i > 0 && " · "}<bdi lang={n.lang ?? undefined} dir="auto">{n.text}</bdi>{s.entity.kinds[n.kind] && <small class="quiet"> ({s.entity.kinds[n.kind]})</small>}</span>)}</Row>}
        {entity.organ_of && <Row name={s.entity.partOf}><EntityLink to={entity.organ_of} /></Row>}
        {entity.organs.length > 0 && <Row name={s.entity.parts}><EntityLinks all={entity.organs} /></Row>}
        {entity.country && <Row name={s.entity.country}>{countryName(entity.country)}</Row>}
        {identifiers.length > 0 && <Row name={s.entity.identifiers}>{identifiers.map(([scheme, value], i) => <span key={scheme}>{i > 0 && " · "}<small class="quiet">{scheme}</small> {String(value)}</span>)}</Row>}
        {entity.place && <Row name={s.entity.place}>{entity.place.latitude.toFixed(1)}°, {entity.place.longitude.toFixed(1)}° <small class="quiet">({s.map.precision(entity.place.precision)})</small></Row>}
        {entity.reference && <Row name={s.entity.background}>{entity.reference}</Row>}
        {entity.sources.length > 0 && <Row name={s.entity.sources}><SourceLinks ids={entity.sources} /></Row>}
      </dl>
    </>
  );
}

export function RelationsOf({ id, all = false }: { id: string; all?: boolean }) {
  const found = useAnswer<Page<Relation>>(`entities/${encodeURIComponent(id)}/relations`, { limit: 500, ...relationQuery(view.value) });
  if (found.error) return <Failure error={found.error} retry={found.retry} />;
  if (!found.data) return <Skeleton lines={6} />;
  const own = found.data.results;
  if (!own.length) return <AbsenceNote absence={found.data.absence} />;
  const Heading = all ? "h2" : "h3";
  return (
    <section class="relations">
      <Heading>{s.entity.relations} · {found.data.total.value}</Heading>
      {own.length < found.data.total.value && <p class="small quiet">{s.entity.first(own.length, found.data.total.value)}</p>}
      <Strip relations={own} />
      {grouped(own, id).map((group) => <Group key={group.label} group={group} from={id} few={all ? 50 : FEW} heading={all ? "h3" : "h4"} />)}
    </section>
  );
}

function Group({ group, from, few, heading: Heading }: { group: RelationGroup; from: string; few: number; heading: "h3" | "h4" }) {
  const [all, setAll] = useState(false);
  const shown = all ? group.relations : group.relations.slice(0, few);
  return (
    <div class="relgroup">
      <Heading>{group.label} <span class="quiet">{group.relations.length}</span></Heading>
      <ul class="rels">{shown.map((r) => <RelationItem key={r.id} relation={r} from={from} />)}</ul>
      {group.relations.length > few && !all && <button type="button" class="link small" onClick={() => setAll(true)}>{s.entity.show(group.relations.length - few)}</button>}
    </div>
  );
}

function countryName(code: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
