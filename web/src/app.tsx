// The frame: bar, legend, stage, panel, clocks; or a page of its own for a document or an entity.
import { useEffect } from "preact/hooks";
import { Clocks } from "./controls/clocks";
import { Header, isFront } from "./controls/header";
import { introOpen } from "./controls/intro";
import { Rail } from "./controls/rail";
import { NoticeLine } from "./controls/noticeline";
import { Start } from "./controls/start";
import { EntityPage } from "./pages/entity";
import { SourcePage } from "./pages/source";
import { Panel } from "./panels/panel";
import { boundless, labelOf } from "./state/data";
import { go, redo, undo, view } from "./state/store";
import { railOpen } from "./state/prefs";
import { strings as s } from "./strings";
import { GraphStage } from "./stages/graph";
import { MapStage } from "./stages/map";
import { TableStage } from "./stages/table";

function shortcuts(event: KeyboardEvent): void {
  const typing = (event.target as Element).closest?.("input, textarea, select, [contenteditable]");
  if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "z" && !typing) {
    event.preventDefault();
    void (event.shiftKey ? redo() : undo());
  } else if (event.key === "/" && !typing) {
    event.preventDefault();
    document.querySelector<HTMLInputElement>("#search")?.focus();
  } else if (event.key === "Escape" && !typing && !event.defaultPrevented && view.peek().selected) {
    const back = document.querySelector<HTMLElement>(".drawing [tabindex='0']");
    go({ selected: "" });
    back?.focus();
  }
}

export function App() {
  const { page, stage, selected, tool } = view.value;
  useEffect(() => {
    document.addEventListener("keydown", shortcuts);
    return () => document.removeEventListener("keydown", shortcuts);
  }, []);
  const [kind, ...rest] = page.split(":");
  const id = rest.join(":");
  const what = id || selected.slice(2);
  useEffect(() => {
    document.title = what && !what.includes("~") && !what.includes(".") ? `${labelOf(what)} · ${s.name}` : s.name;
  }, [what, labelOf(what)]);
  const paneled = Boolean(selected) || tool !== "explore";
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); (document.querySelector<HTMLElement>(".drawing") ?? document.querySelector<HTMLElement>("#main"))?.focus(); }}>{s.skip}</a>
      <Header />
      {kind === "source" && id ? <SourcePage id={id} /> : kind === "entity" && id ? <EntityPage id={id} /> : (
        <div class="body">
          {railOpen.value && !boundless.value && <Rail />}
          <main class="stage" id="main" tabIndex={-1}>
            {!boundless.value && !(isFront() && introOpen.value) && <h1 class="sr">{s.name}: {tool === "explore" ? s.stages[stage] : s.tools[tool]}</h1>}
            {boundless.value ? <Start /> : stage === "table" ? <TableStage /> : stage === "map" ? <MapStage /> : <GraphStage />}
            <NoticeLine />
          </main>
          {paneled && <Panel />}
        </div>
      )}
      {!page && !boundless.value && <Clocks />}
    </>
  );
}
