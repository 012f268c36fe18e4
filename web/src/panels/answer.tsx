// An accusation says whether the accused is heard in the sources: the claims in their own voice on the same matter.
import type { Claim, Page, Relation } from "../api/shapes";
import { useAnswer } from "../controls/answer";

import { strings as s } from "../strings";

export function AnswerOfTheAccused({ relation }: { relation: Relation }) {
  const who = relation.subject;
  const own = useAnswer<Page<Claim>>("claims", { asserted_by: [who.id], limit: 200 });
  if (!own.data) return null;
  const ids = new Set(Array.isArray(relation.claims) ? relation.claims.map((c) => c.id) : []);
  const answers = own.data.results.filter((c) => (c.target_claim && ids.has(c.target_claim)) || (c.relation === relation.id && c.stance !== "affirms"));
  return (
    <section class="answered">
      <h3>{s.relation.answer(who.label)}</h3>
      {answers.length === 0 ? <p>{s.relation.noAnswer(who.label)}</p> : (
        <><p>{s.relation.answered(who.label)}</p><ul>{answers.map((c) => <li key={c.id}><bdi>{c.sentence}</bdi></li>)}</ul></>
      )}
    </section>
  );
}
