// The evidence on one relation: its sentence, its standing, every claim. Contested and alleged cannot be overlooked.
import type { Claim, GraphEdge, Relation } from "../api/shapes";
import { useAnswer } from "../controls/answer";
import { EntityLink, EntityLinks, Failure, Row, Skeleton, Sureness } from "../controls/parts";
import { EdgeSample } from "../controls/sample";
import { drawn } from "../state/data";
import { edtfInWords, pointInWords } from "../state/dates";
import { marks } from "../state/marks";
import { relationQuery } from "../state/query";
import { go, view } from "../state/store";
import { strings as s } from "../strings";
import { AnswerOfTheAccused } from "./answer";
import { ClaimCard } from "./claim";
import { DatasetNames } from "./datasets";
import { DerivedPanel } from "./derived";
import { get } from "../api/client";

export function RelationPanel({ id }: { id: string }) {
  const edge = drawn.value?.shown.edges.find((e) => e.id === id) ?? marks.value.extra.find((e) => e.id === id);
  if (!edge && view.value.derived && !drawn.value) return <Skeleton lines={7} />;
  if (edge?.derived) return <DerivedPanel edge={edge} />;
  return <Said id={id} edge={edge} />;
}

function Said({ id, edge }: { id: string; edge: GraphEdge | undefined }) {
  const { known_at } = view.value;
  // On the known clock, only what the sources had said by then speaks for the relation.
  const whole = useAnswer<{ relation?: Relation; results?: Relation[] }>(
    known_at ? "relations" : `relations/${encodeURIComponent(id)}`, known_at ? { id: [id], include: ["claims"], known_at } : {},
  );
  const relation = whole.data?.relation ?? whole.data?.results?.[0];
  const head = relation ?? edge;
  if (whole.error && !relation) return <>{head && <h2>{head.sentence}</h2>}<Failure error={whole.error} retry={whole.retry} /></>;
  if (!head) return <Skeleton lines={7} />;
  const pair = relation ? [relation.subject.id, relation.object.id] : [edge!.source, edge!.target];
  return (
    <>
      <Standing status={head.status} />
      <h2 class="sentence"><bdi>{head.sentence}</bdi></h2>
      {relation && (
        <p class="triple"><EntityLink to={relation.subject} /> <span class="via"><EdgeSample edge={relation} />{relation.label}</span> <EntityLink to={relation.object} /></p>
      )}
      <dl class="facts wide">
        <Row name={s.relation.sign}>{s.polarity[head.polarity]}{head.ended && <> · <b>{s.relation.ended}</b></>}</Row>
        <Row name={s.relation.voices}>{head.asserted_by.length ? <EntityLinks all={head.asserted_by} /> : s.unknown}</Row>
        <Row name={s.relation.confidence}><Sureness level={head.confidence} />{head.min_confidence !== head.confidence && <span class="quiet"> · {s.relation.lowest(head.min_confidence)}</span>}</Row>
        {relation && <Row name={s.relation.dataset}><DatasetNames ids={relation.datasets} note /></Row>}
        {head.last_attested && <Row name={s.relation.last}>{pointInWords(head.last_attested)}</Row>}
        {head.first_known && <Row name={s.relation.known}>{pointInWords(head.first_known)}</Row>}
      </dl>
      {relation && ["alleged", "contested"].includes(relation.status) && <AnswerOfTheAccused relation={relation} />}
      {relation ? <Claims relation={relation} /> : <Skeleton lines={5} />}
      {relation && relation.episodes.length > 1 && (
        <section><h3>{s.relation.episodes}</h3><ul class="plain">{relation.episodes.map((e) => <li key={e.key}>{e.edtf.map(edtfInWords).join("; ")} · {s.statusShort[e.status]}{e.event && <> · <EntityLink to={e.event} /></>}</li>)}</ul></section>
      )}
      <p class="actions">
        <button type="button" class="btn" onClick={() => go({ selected: `p:${pair[0]}~${pair[1]}` })}>{s.relation.between}</button>
        <button type="button" class="btn" onClick={() => go({ tool: "explain", start: pair[0]!, end: pair[1]!, selected: "", path: -1 })}>{s.tools.explain}</button>
      </p>
      {relation && <p class="cite small quiet">{s.entity.cite}: {relation.cite}</p>}
    </>
  );
}

/** Says loudly what is not simply asserted. */
export function Standing({ status }: { status: Relation["status"] }) {
  const note = s.statusNote[status];
  if (!note) return null;
  return <p class={`standing st-${status}`}><b>{s.statusShort[status]}</b><span>{note}</span></p>;
}

function Claims({ relation }: { relation: Relation }) {
  const claims = Array.isArray(relation.claims) ? relation.claims : [];
  const selected = useSelected();
  const chosen = selected ? claims.filter((c) => selected(c)) : claims;
  const sides = relation.status === "contested" ? [claims.filter((c) => c.stance === "affirms"), claims.filter((c) => c.stance !== "affirms")] : null;
  const target = async (id: string) => {
    const found = claims.find((c) => c.id === id) ?? (await get<{ claim: Claim }>(`claims/${id}`).then((a) => a.claim, () => null));
    if (found) go({ selected: `e:${found.relation}` });
  };
  return (
    <section class="claims">
      <h3>{s.relation.claims(claims.length)}{chosen.length !== claims.length && <span> · {s.filters.count(chosen.length, claims.length)}</span>}</h3>
      {relation.truncated && <p class="small quiet">{relation.truncated}</p>}
      {sides ? (
        <div class="sides">{sides.map((side, i) => <div key={i} class={i ? "side against" : "side for"}><h4>{i ? s.relation.stance.denies : s.relation.affirms}</h4>{side.map((c) => <ClaimCard key={c.id} claim={c} target={target} />)}</div>)}</div>
      ) : claims.map((c) => <ClaimCard key={c.id} claim={c} target={target} headline={relation.sentence} />)}
    </section>
  );
}

/** Which claims meet the selection filters of the view; null when none is set. */
function useSelected(): ((c: Claim) => boolean) | null {
  const query = relationQuery(view.value) as Record<string, string[] | string>;
  const modes = query.modality as string[] | undefined, stances = query.stance as string[] | undefined;
  if (!modes && !stances) return null;
  return (c) => (!modes || modes.includes(c.modality)) && (!stances || stances.includes(c.stance));
}
