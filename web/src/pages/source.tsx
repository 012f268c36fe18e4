// A document's page: its metadata, our notes paragraph by paragraph, and the graph drawn from it beside them. Pointing
// at a paragraph lights up what was drawn from it; pointing at a line lights up its paragraphs.
import { computed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Claim, GraphEdge, Page, Paragraph, SourceAnswer } from "../api/shapes";
import { useAnswer } from "../controls/answer";
import { EntityLink, Failure, Row, Skeleton } from "../controls/parts";
import { EdgeSample } from "../controls/sample";
import { SilenceNote } from "../panels/absence";
import { drawn } from "../state/data";
import { pointInWords } from "../state/dates";
import { hovered, pointed } from "../state/spot";
import { go, view } from "../state/store";
import { wide } from "../state/prefs";
import { strings as s } from "../strings";
import { GraphStage } from "../stages/graph";
import { Panel } from "../panels/panel";

/** Which paragraphs the line or the node in the light was drawn from. */
const litParagraphs = computed<ReadonlySet<number>>(() => {
  const what = hovered.value || view.value.selected;
  const edges = drawn.value?.shown.edges ?? [];
  const id = what.slice(2);
  const near = what.startsWith("e:") ? edges.filter((e) => e.id === id) : what.startsWith("n:") ? edges.filter((e) => e.source === id || e.target === id) : [];
  return new Set(near.flatMap((e) => e.paragraphs.map((p) => p.paragraph)));
});

function light(number: number | null): void {
  if (number === null) return void (pointed.value = null);
  const edges = (drawn.peek()?.shown.edges ?? []).filter((e) => e.paragraphs.some((p) => p.paragraph === number));
  pointed.value = { edges: new Set(edges.map((e) => e.id)), nodes: new Set(edges.flatMap((e) => [e.source, e.target])) };
}

export function SourcePage({ id }: { id: string }) {
  const found = useAnswer<SourceAnswer>(`sources/${encodeURIComponent(id)}`);
  const claims = useAnswer<Page<Claim>>("claims", { source: [id], limit: 1000 });
  useEffect(() => () => void (pointed.value = null), []);
  const selected = view.value.selected;
  return (
    <main class="page source" id="main" tabIndex={-1}>
      <div class="reading">
        {found.error ? <Failure error={found.error} retry={found.retry} /> : !found.data ? <Skeleton lines={9} /> : <Document answer={found.data} claims={claims.data?.results ?? []} />}
      </div>
      {wide.value && <div class="beside"><GraphStage />{selected && <div class="over"><Panel /></div>}</div>}
      {!wide.value && selected && <Panel />}
    </main>
  );
}

function Document({ answer, claims }: { answer: SourceAnswer; claims: readonly Claim[] }) {
  const { source, paragraphs, silences } = answer;
  const lit = litParagraphs.value;
  useEffect(() => {
    const first = [...lit].sort((a, b) => a - b)[0];
    if (first !== undefined && view.peek().selected && !hovered.peek()) document.getElementById(`p${first}`)?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }, [view.value.selected, paragraphs.length]);
  return (
    <article>
      <header>
        {source.section && <p class="quiet small">{source.section}</p>}
        <h1><bdi>{source.title}</bdi></h1>
        <dl class="facts wide">
          {source.publisher && <Row name={s.source.publisher}>{source.publisher.name}{source.publisher.inferred && <Inferred reason={source.publisher.inferred} />}</Row>}
          {source.author && <Row name={s.source.author}><EntityLink to={source.author} /></Row>}
          <Row name={s.source.published}>{pointInWords(source.published.edtf)}{source.published.inferred && <Inferred reason={source.published.inferred} />}</Row>
          <Row name={s.source.coverage}>{source.coverage === "complete" ? s.source.complete : s.source.partial} · {s.source.claims(source.claims)}</Row>
          {source.url && <Row name={s.source.page}><a href={source.url} rel="noreferrer">{source.url}</a></Row>}
        </dl>
      </header>
      <section>
        <h2>{s.source.paragraphs}</h2>
        <p class="quiet small">{s.source.ours} {wide.value && s.source.hint}</p>
        <ol class="paragraphs">{paragraphs.map((p) => <ParagraphNote key={p.number} paragraph={p} claims={claims.filter((c) => c.evidence.some((e) => e.paragraph === p.number))} lit={lit.has(p.number)} />)}</ol>
      </section>
      {silences.length > 0 && (
        <section class="silences"><h2>{s.source.silences}</h2><p class="quiet small">{s.absence.unsaidHint}</p>{silences.map((one) => <SilenceNote key={one.key} silence={one} />)}</section>
      )}
      <p class="cite small quiet">{s.entity.cite}: {source.cite}</p>
    </article>
  );
}

function ParagraphNote({ paragraph, claims, lit }: { paragraph: Paragraph; claims: readonly Claim[]; lit: boolean }) {
  const edges = new Map<string, GraphEdge>((drawn.value?.shown.edges ?? []).map((e) => [e.id, e]));
  const relations = [...new Set(claims.map((c) => c.relation))];
  return (
    <li id={`p${paragraph.number}`} class={lit ? "paragraph lit" : "paragraph"} onPointerEnter={() => light(paragraph.number)} onPointerLeave={() => light(null)} onFocusIn={() => light(paragraph.number)} onFocusOut={() => light(null)}>
      <span class="number" aria-hidden="true">{paragraph.number}</span>
      <div>
        <p><span class="sr">{s.relation.paragraph(paragraph.number)}: </span><bdi>{paragraph.note}</bdi></p>
        {relations.length > 0 ? (
          <details>
            <summary class="small">{s.source.claims(paragraph.claims)}{claims.length < paragraph.claims && s.source.listed(claims.length)}</summary>
            <ul class="rels">{relations.map((id) => {
              const edge = edges.get(id), claim = claims.find((c) => c.relation === id)!;
              return (
                <li key={id} onPointerEnter={() => (hovered.value = `e:${id}`)} onPointerLeave={() => (hovered.value = "")}>
                  <button type="button" class="link" onClick={() => go({ selected: `e:${id}` })}>{edge && <EdgeSample edge={edge} />}<bdi>{claim.sentence}</bdi></button>
                </li>
              );
            })}</ul>
          </details>
        ) : <p class="small quiet">{paragraph.claims ? s.source.claims(paragraph.claims) : s.source.nothing}</p>}
      </div>
    </li>
  );
}

const Inferred = ({ reason }: { reason: string }) => <details class="inferred"><summary>{s.relation.inferred}</summary>{reason}</details>;
