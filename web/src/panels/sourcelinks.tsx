// Documents by their titles, as links to their pages. Of many, a few at a time: each title is asked for.
import { useState } from "preact/hooks";
import type { Source } from "../api/shapes";
import { useAnswer } from "../controls/answer";
import { isPlain } from "../controls/parts";
import { go, href } from "../state/store";
import { strings as s } from "../strings";

const AT_ONCE = 12;

export function SourceLinks({ ids }: { ids: readonly string[] }) {
  const [shown, show] = useState(AT_ONCE);
  const left = ids.length - shown;
  return (
    <>
      {ids.slice(0, shown).map((id, i) => <span key={id}>{i > 0 && "; "}<SourceLink id={id} /></span>)}
      {left > 0 && <> <button type="button" class="link" onClick={() => show(shown + AT_ONCE)}>{s.entity.moreSources(left)}</button></>}
    </>
  );
}

function SourceLink({ id }: { id: string }) {
  const source = useAnswer<{ source: Source }>(`sources/${encodeURIComponent(id)}`);
  const page = `source:${id}`;
  return <a href={href({ page })} onClick={(event) => { if (isPlain(event)) { event.preventDefault(); go({ page }); } }}>{source.data?.source.title ?? id}</a>;
}
