// Documents by their titles, as links to their pages.
import type { Source } from "../api/shapes";
import { useAnswer } from "../controls/answer";
import { isPlain } from "../controls/parts";
import { go, href } from "../state/store";

export function SourceLinks({ ids }: { ids: readonly string[] }) {
  return <>{ids.map((id, i) => <span key={id}>{i > 0 && "; "}<SourceLink id={id} /></span>)}</>;
}

function SourceLink({ id }: { id: string }) {
  const source = useAnswer<{ source: Source }>(`sources/${encodeURIComponent(id)}`);
  const page = `source:${id}`;
  return <a href={href({ page })} onClick={(event) => { if (isPlain(event)) { event.preventDefault(); go({ page }); } }}>{source.data?.source.title ?? id}</a>;
}
