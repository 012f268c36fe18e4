// The pattern as a small picture to click at: an end to say what it stands for, a line to say what it does, and a plus
// at each end for one more line.
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../controls/icon";
import { ShapeSample } from "../controls/sample";
import { course } from "../draw/geometry";
import { ending } from "../draw/looks";
import { labelOf } from "../state/data";
import { lineage, ontology, relationLabel, relationPolarity, typeLabel } from "../state/ontology";
import { grow, letter, type Pattern } from "../state/pattern";
import { sketch, type Spot, type Tie } from "../state/sketch";
import { strings as s } from "../strings";
import { EndChoice, LineChoice } from "./choices";

const ROW = 104;
const EDGE = 30; // from the rim of the picture to the middle of its first row
const HIGH = 23; // from the middle of an end to where a line may begin
const WIDE = 62;
const APART = 15; // names of lines between the same two ends stand above each other

interface Props { pattern: Pattern; change: (next: Pattern) => void }

export function PatternSketch({ pattern, change }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(320);
  const [open, setOpen] = useState(""); // "n:?a" or "r:0"
  const [next, setNext] = useState(""); // what the focus goes to once it is drawn
  useEffect(() => {
    const observer = new ResizeObserver(() => root.current && setWidth(root.current.clientWidth));
    observer.observe(root.current!);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!next) return;
    root.current?.querySelector<HTMLElement>(`[data-part="${CSS.escape(next)}"]`)?.focus();
    setNext("");
  }, [next, pattern]);
  const { spots, ties, rows } = sketch(pattern.clauses);
  const at = ({ x, row }: Spot) => ({ x: x * width, y: EDGE + row * ROW });
  const close = (part: string) => (back: boolean) => {
    setOpen("");
    if (back) setNext(part);
  };
  const put = (pattern: Pattern, part = open) => {
    change(pattern);
    close(part)(true);
  };
  const drawn = ties.map((tie) => ({ tie, ...line(tie, pattern, at) }));
  const opened = open.startsWith("n:") ? spots.find((spot) => `n:${spot.end}` === open) : undefined;
  const chosen = open.startsWith("r:") ? drawn[Number(open.slice(2))] : undefined;
  return (
    <div class="sketch" ref={root} role="group" aria-label={s.match.title} style={{ height: `${(rows - 1) * ROW + 2 * EDGE}px` }}>
      <svg width={width} height={(rows - 1) * ROW + 2 * EDGE} aria-hidden="true">
        {drawn.map(({ tie, path, tips, polarity }) => <g key={tie.clause} class={`p-${polarity}`}><path class="tie" d={path} />{tips.map((d) => <path key={d} class="tipfill" d={d} />)}</g>)}
      </svg>
      {spots.map((spot) => {
        const { x, y } = at(spot), part = `n:${spot.end}`, name = nameOf(spot.end, pattern);
        return (
          <div key={spot.end} class={spot.x === 0.5 ? "end alone" : "end"} style={{ left: `${x}px`, top: `${y}px` }}>
            <button type="button" class="btn chipend" data-part={part} aria-haspopup="dialog" aria-expanded={open === part} aria-label={s.match.end(name.mark, name.says)} onClick={() => setOpen(open === part ? "" : part)}>
              {name.mark && <b>{name.mark}</b>}{name.types && <ShapeSample types={name.types} size={18} />}<span class="what"><bdi>{name.says}</bdi></span>
            </button>
            <button type="button" class="btn plus" aria-label={s.match.addAt(name.mark || name.says)} title={s.match.addAt(name.mark || name.says)} onClick={() => { change(grow(pattern, spot.end)); setNext(`r:${pattern.clauses.length}`); }}><Icon name="plus" /></button>
          </div>
        );
      })}
      {drawn.map(({ tie, middle }) => {
        const part = `r:${tie.clause}`, { subject, type, object } = pattern.clauses[tie.clause]!;
        const says = type ? relationLabel(type) : s.match.anything;
        return (
          <button key={part} type="button" class="btn chipline" data-part={part} aria-haspopup="dialog" aria-expanded={open === part} style={{ left: `${middle.x}px`, top: `${middle.y + Math.sign(tie.bow) * APART}px` }}
            aria-label={s.match.line(short(subject, pattern), says, short(object, pattern))} onClick={() => setOpen(open === part ? "" : part)}><span class="what">{says}</span></button>
        );
      })}
      {opened && <EndChoice key={open} end={opened.end} pattern={pattern} top={at(opened).y + HIGH} put={put} close={close(open)} />}
      {chosen && <LineChoice key={open} clause={chosen.tie.clause} pattern={pattern} top={chosen.middle.y + HIGH - 4} change={change} put={put} close={close(open)} />}
    </div>
  );
}

/** How a line runs, and in which colour. */
function line({ clause, from, to, bow }: Tie, pattern: Pattern, at: (spot: Spot) => { x: number; y: number }) {
  const { type } = pattern.clauses[clause]!;
  const polarity = type ? relationPolarity(type) : "neutral";
  const symmetric = Boolean(ontology.value?.relation_types.find((t) => t.id === type)?.symmetric);
  const rim = from.row === to.row ? WIDE : HIGH;
  const drawn = course(at(from), at(to), rim, rim, { bow: bow * 2, turned: false, ...ending({ polarity: polarity as "neutral", symmetric }), wave: false });
  return { ...drawn, polarity };
}

/** An end in the picture: its letter and what it stands for, or the name of an entity. */
function nameOf(end: string, { kinds }: Pattern): { mark: string; says: string; types: string[] | null } {
  if (!end.startsWith("?")) return { mark: "", says: labelOf(end), types: null };
  const kind = kinds[end];
  return { mark: letter(end), says: kind ? typeLabel(kind) : s.match.anything, types: kind ? [kind, ...lineage(kind)] : null };
}

export const short = (end: string, pattern: Pattern): string => {
  const { mark, says } = nameOf(end, pattern);
  return mark || says;
};
