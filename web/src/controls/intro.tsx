// The first ten seconds: one sentence on what is drawn, and questions that open real views.
import { computed, signal } from "@preact/signals";
import { drawn } from "../state/data";
import { explore } from "../state/actions";
import { camera } from "../state/camera";
import { go, href } from "../state/store";
import { emptyView, type View } from "../state/url";
import { strings as s } from "../strings";
import { Icon } from "./icon";
import { isPlain } from "./parts";
import { LineSample } from "./sample";

const closed = signal(false);
/** Whether the introduction stands on the front page. */
export const introOpen = computed(() => !closed.value && drawn.value !== null);
const filtered = (filters: Partial<View["filters"]>): View["filters"] => ({ ...emptyView().filters, ...filters });

function questions(): { text: string; view: Partial<View> }[] {
  const known = new Set(drawn.value?.base.nodes.map((n) => n.id));
  const source = drawn.value?.base.edges.find((e) => e.sources.length)?.sources[0];
  const found: { text: string; view: Partial<View> }[] = [];
  if (known.has("iran") && known.has("pakistan")) found.push({ text: s.intro.questions.between, view: { tool: "explain", start: "iran", end: "pakistan" } });
  found.push({ text: s.intro.questions.alleged, view: { filters: filtered({ status: ["alleged", "contested"] }) } });
  if (known.has("pakistan")) found.push({ text: s.intro.questions.threatens, view: { seeds: ["pakistan"], filters: filtered({ type: ["threatens"] }), selected: "n:pakistan" } });
  if (source) found.push({ text: s.intro.questions.source, view: { page: `source:${source}` } });
  return found;
}

export function Intro() {
  if (!introOpen.value) return null;
  return (
    <section class="intro" aria-labelledby="intro-title">
      <button type="button" class="btn plain icon close" aria-label={s.intro.close} onClick={() => { closed.value = true; requestAnimationFrame(() => camera.peek()?.refit()); }}><Icon name="close" /></button>
      <div class="says">
      <h1 id="intro-title">{s.intro.title}</h1>
      <p>{s.intro.sentence}</p>
      <p class="key" aria-hidden="true">
        <span><LineSample line="solid" polarity="cooperative" tip="arrow" />{s.polarity.cooperative}</span>
        <span><LineSample line="solid" polarity="conflictual" tip="tee" />{s.polarity.conflictual}</span>
        <span><LineSample line="short" polarity="conflictual" tip="tee" />{s.statusShort.alleged}</span>
      </p>
      </div>
      <div class="asks">
      <h2 class="small quiet">{s.intro.ask}</h2>
      <ul>
        {questions().map(({ text, view }) => (
          <li key={text}>
            <a class="question" href={href(view)} onClick={(event) => { if (isPlain(event)) { event.preventDefault(); view.page ? go(view) : view.seeds ? explore(view.seeds, view) : go({ ...emptyView(), ...view }); } }}>
              <span>{text}</span><Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
      </div>
    </section>
  );
}
