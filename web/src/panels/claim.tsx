// One claim with all that makes it one: whose voice, in which mode, how hedged, to whom, when, where in the document.
import type { Claim } from "../api/shapes";
import { EntityLinks, Sureness } from "../controls/parts";
import { StatusSample } from "../controls/sample";
import { edtfInWords } from "../state/dates";
import { readable } from "../state/ontology";
import { go, href } from "../state/store";
import { isPlain } from "../controls/parts";
import { strings as s } from "../strings";
import { DatasetNames } from "./datasets";
import { SourceLinks } from "./sourcelinks";

const HIDDEN = new Set(["event_id", "ended", "attribution"]);

export function verb(claim: Claim): string {
  return s.relation.stance[claim.stance] ?? s.relation.verb[claim.modality] ?? claim.modality;
}

export function ClaimCard({ claim, target, headline }: { claim: Claim; target?: (id: string) => void; headline?: string }) {
  const attributes = Object.entries(claim.attributes).filter(([name]) => !HIDDEN.has(name));
  return (
    <article class={`claim c-${claim.status}`} id={`claim-${claim.id}`}>
      <header>
        <p class="voice"><b><EntityLinks all={claim.asserted_by} /></b> {verb(claim)}{claim.addressed_to && <> · {s.relation.to} <EntityLinks all={[claim.addressed_to]} /></>}{claim.via && <> · {s.relation.via.toLowerCase()} <EntityLinks all={[claim.via]} /></>}</p>
        <span class={`badge-status b-${claim.status}`}><StatusSample status={claim.status} polarity={claim.polarity} />{s.statusShort[claim.status]}</span>
      </header>
      {claim.sentence !== headline && <p class="says"><bdi>{claim.sentence}</bdi></p>}
      <dl class="facts">
        <div><dt>{s.relation.when}</dt><dd>{edtfInWords(claim.valid.edtf)} <code title="EDTF">{claim.valid.edtf}</code>
          {claim.valid.words && <> · <q>{claim.valid.words}</q> {s.relation.words}</>}
          {claim.valid.inferred && <details class="inferred"><summary>{s.relation.inferred}</summary>{claim.valid.inferred}</details>}</dd></div>
        <div><dt>{s.relation.confidence}</dt><dd><Sureness level={claim.confidence} />{s.relation.basis[claim.basis] && <> · {s.relation.basis[claim.basis]}</>}</dd></div>
        {claim.hedge && <div><dt>{s.relation.hedge}</dt><dd>{readable(claim.hedge.kind)}{claim.hedge.words && <> · <q>{claim.hedge.words}</q></>}</dd></div>}
        {claim.progress && <div><dt>{readable("progress")}</dt><dd>{s.relation.progress[claim.progress] ?? claim.progress}</dd></div>}
        {attributes.map(([name, value]) => <div key={name}><dt>{readable(name)}</dt><dd><bdi>{attribute(value)}</bdi></dd></div>)}
        <div><dt>{s.relation.from}</dt><dd><SourceLinks ids={[claim.source]} /> · <DatasetNames ids={[claim.dataset]} /></dd></div>
        {claim.target_claim && <div><dt>{s.relation.about}</dt><dd><button type="button" class="link" onClick={() => target?.(claim.target_claim!)}>{claim.target_claim.slice(0, 10)}</button></dd></div>}
      </dl>
      {claim.attributes.attribution === "pooled" && <p class="pooled">{s.relation.pooled}</p>}
      <ul class="evidence">
        {claim.evidence.map(({ paragraph, note }) => (
          <li key={paragraph}>
            <a href={href({ page: `source:${claim.source}`, selected: `e:${claim.relation}` })} class="para" title={s.relation.open} onClick={(event) => { if (isPlain(event)) { event.preventDefault(); go({ page: `source:${claim.source}`, selected: `e:${claim.relation}` }); } }}>¶ {paragraph}<span class="sr"> {s.relation.open}</span></a>
            <span><bdi>{note}</bdi></span>
          </li>
        ))}
      </ul>
    </article>
  );
}

export function attribute(value: unknown): string {
  if (value === true) return "yes";
  if (value === false) return "no";
  if (value && typeof value === "object" && !Array.isArray(value)) {
    const v = value as Record<string, unknown>;
    if ("words" in v || "value" in v) return [v.approximate ? "about" : "", v.value ?? "", v.words ? `(“${v.words}”)` : ""].filter(Boolean).join(" ");
    return Object.entries(v).map(([k, x]) => `${k}: ${attribute(x)}`).join("; ");
  }
  return Array.isArray(value) ? value.map(attribute).join(", ") : String(value);
}
