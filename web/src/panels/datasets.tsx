// Which data sets say so, and whether curators read it or it was imported as it came.
import type { Dataset } from "../api/shapes";
import { useAnswer } from "../controls/answer";
import { strings as s } from "../strings";

const CURATED = "curated"; // what is read by hand, paragraph by paragraph, goes by this name in graph_data/datasets.yaml

/** Whether no curator has read any of it. */
export const isImported = (datasets: readonly string[]): boolean => datasets.length > 0 && !datasets.includes(CURATED);

export function DatasetNames({ ids, note = false }: { ids: readonly string[]; note?: boolean }) {
  const known = useAnswer<{ results: Dataset[] }>("datasets").data?.results ?? [];
  return (
    <>
      {ids.map((id, i) => (
        <span key={id}>{i > 0 && "; "}<bdi>{known.find((one) => one.id === id)?.title ?? id}</bdi>{id !== CURATED && <> <span class="imported" title={s.relation.importedNote}>{s.relation.imported}</span></>}</span>
      ))}
      {note && isImported(ids) && <><br /><small class="quiet">{s.relation.importedNote}</small></>}
    </>
  );
}
