// An entity's page: what its panel shows, with room, beside a small graph of what surrounds it.
import { useEffect } from "preact/hooks";
import type { Entity } from "../api/shapes";
import { useAnswer } from "../controls/answer";
import { Failure, Skeleton } from "../controls/parts";
import { ShapeSample } from "../controls/sample";
import { EntityFacts, RelationsOf } from "../panels/entity";
import { explore } from "../state/actions";
import { toolNodes } from "../state/data";
import { typeLabel } from "../state/ontology";
import { view } from "../state/store";
import { wide } from "../state/prefs";
import { strings as s } from "../strings";
import { GraphStage } from "../stages/graph";
import { Panel } from "../panels/panel";

export function EntityPage({ id }: { id: string }) {
  const found = useAnswer<{ entity: Entity }>(`entities/${encodeURIComponent(id)}`);
  useEffect(() => void (toolNodes.value = null), [id]);
  const entity = found.data?.entity;
  const selected = view.value.selected;
  return (
    <main class="page entity" id="main" tabIndex={-1}>
      <div class="reading">
        {found.error ? <Failure error={found.error} retry={found.retry} /> : !entity ? <Skeleton lines={9} /> : (
          <article>
            <header class="who">
              <ShapeSample types={entity.types} size={44} hollow={entity.existence !== "actual"} stacked={entity.generic} />
              <div><h1><bdi>{entity.label}</bdi></h1><p class="quiet">{typeLabel(entity.type)}{entity.generic && ` · ${s.entity.generic}`}</p></div>
            </header>
            <p class="actions"><button type="button" class="btn primary" onClick={() => explore([id])}>{s.entity.focus}</button></p>
            <EntityFacts entity={entity} />
            <RelationsOf id={id} all />
            <p class="cite small quiet">{s.entity.cite}: {entity.cite}</p>
          </article>
        )}
      </div>
      {wide.value && <div class="beside"><GraphStage />{selected && <div class="over"><Panel /></div>}</div>}
    </main>
  );
}
