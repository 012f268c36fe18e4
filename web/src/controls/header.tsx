// The bar: name, search, how the graph is shown, what it is asked, and what one takes away from it.
import { underWay } from "../api/client";
import { say } from "../state/notice";
import { railOpen, scheme, type Scheme } from "../state/prefs";
import { shareLink } from "../state/actions";
import { camera } from "../state/camera";
import { boundless } from "../state/data";
import { go, open, view } from "../state/store";
import { isFiltered } from "../state/query";
import { emptyView, STAGES, TOOLS } from "../state/url";
import { strings as s } from "../strings";
import { ExportMenu } from "./exports";
import { Icon } from "./icon";
import { Menu } from "./menu";
import { isPlain } from "./parts";
import { Search } from "./search";

async function share(): Promise<void> {
  const link = shareLink(camera.peek()?.text ?? "");
  try {
    await navigator.clipboard.writeText(link);
    say(s.menu.shared);
  } catch {
    history.replaceState(history.state, "", link);
    say(link, { stay: true });
  }
}

export function Header() {
  const { stage, tool, page } = view.value;
  return (
    <header class="bar">
      <a class="brand" href="./" aria-label={s.name} onClick={(event) => { if (isPlain(event)) { event.preventDefault(); open(); camera.peek()?.refit(); } }}>
        <Mark /><span>{s.name}</span>
      </a>
      {!page && !boundless.value && (
        <button type="button" class="btn icon plain" aria-pressed={railOpen.value} aria-label={s.menu.filters} title={s.menu.filters} onClick={() => (railOpen.value = !railOpen.value)}>
          <Icon name="filter" />
        </button>
      )}
      {!boundless.value && <Search />}
      {!page && !boundless.value && (
        <div class="segmented push" role="group" aria-label={s.views}>
          {STAGES.map((one) => (
            <button key={one} type="button" class="btn" aria-pressed={stage === one} onClick={() => go({ stage: one })}>{s.stages[one]}</button>
          ))}
        </div>
      )}
      {page && <button type="button" class="btn push" onClick={() => go({ page: "" })}><Icon name="back" />{s.stages.graph}</button>}
      <div class={boundless.value ? "group push" : "group"}>
        <Menu name={s.tools.label} label={<><Icon name="ask" /><span class="tool-label">{tool === "explore" ? s.tools.label : s.tools[tool]}</span></>}>
          {(close) => TOOLS.map((one) => (
            <button key={one} type="button" class="item tool" role="menuitemradio" aria-checked={tool === one} onClick={() => { close(); go({ tool: one, page: "", stage: "graph", path: -1, ...(one === "explore" ? { start: "", end: "", pattern: "", from: "", to: "" } : { selected: "" }) }); }}>
              <span><b>{s.tools[one]}</b><br /><small class="quiet">{s.tools.hints[one]}</small></span>
            </button>
          ))}
        </Menu>
        <button type="button" class="btn plain icon" aria-label={s.menu.share} title={s.menu.share} onClick={() => void share()}><Icon name="share" /></button>
        <ExportMenu />
        <Menu name={s.menu.theme} label={<Icon name="theme" />}>
          {(close) => (Object.keys(s.schemes) as Scheme[]).map((one) => (
            <button key={one} type="button" class="item" role="menuitemradio" aria-checked={scheme.value === one} onClick={() => { scheme.value = one; close(); }}>{s.schemes[one]}</button>
          ))}
        </Menu>
      </div>
      <div class={underWay.value ? "progress on" : "progress"} aria-hidden="true" />
    </header>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path d="M8 23 22 9" stroke="var(--coop)" stroke-width="2.800" />
      <path d="M8 23h16" stroke="var(--conf)" stroke-width="2.800" stroke-dasharray="3.200 2.600" />
      <circle cx="8" cy="23" r="5" fill="var(--node)" /><circle cx="22.500" cy="8.500" r="5" fill="var(--node)" /><circle cx="25" cy="23" r="3.600" fill="var(--node)" />
    </svg>
  );
}

export const isFront = (): boolean => {
  const now = view.value, none = emptyView();
  return !now.page && now.stage === "graph" && now.tool === "explore" && !now.seeds.length && !now.selected && !now.expanded.length && now.depth === none.depth && !isFiltered(now) && !now.derived && !now.hidden.length;
};
