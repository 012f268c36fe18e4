// The front page of a graph too large to draw: search first, how much there is, and whom one may begin with.
import type { Entity, Page } from "../api/shapes";
import { explore } from "../state/actions";
import { typeLabel } from "../state/ontology";
import { size } from "../state/size";
import { href } from "../state/store";
import { strings as s } from "../strings";
import { useAnswer } from "./answer";
import { Failure, isPlain, Skeleton } from "./parts";
import { ShapeSample } from "./sample";
import { Search } from "./search";

const SHOWN = 12;

export function Start() {
  const best = useAnswer<Page<Entity>>("entities", { sort: "degree", limit: SHOWN });
  const counts = size.value;
  return (
    <section class="start" aria-labelledby="start-title">
      <h1 id="start-title">{s.intro.title}</h1>
      <p>{s.intro.sentence}</p>
      {counts && <p class="quiet">{s.intro.from(counts.entities, counts.relations)}. {s.intro.large}</p>}
      <Search />
      <h2>{s.intro.begin}</h2>
      {best.error ? <Failure error={best.error} retry={best.retry} /> : !best.data ? <Skeleton lines={6} /> : (
        <ul>
          {best.data.results.map((one) => (
            <li key={one.id}>
              <a class="question" href={href({ seeds: [one.id], selected: `n:${one.id}` })} onClick={(event) => { if (isPlain(event)) { event.preventDefault(); explore([one.id]); } }}>
                <ShapeSample types={one.types} size={22} stacked={one.generic} /><span><bdi>{one.label}</bdi><br /><small class="quiet">{typeLabel(one.type)} · {s.intro.ties(one.relations.total)}</small></span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
