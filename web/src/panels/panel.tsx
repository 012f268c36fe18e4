// The side panel: what a tool asks and answers, or the evidence on what is selected. Announced when it changes.
import { Icon } from "../controls/icon";
import { go, view } from "../state/store";
import { strings as s } from "../strings";
import { BalancePanel } from "./balance";
import { DiffPanel } from "./diff";
import { EntityPanel } from "./entity";
import { ExplainPanel } from "./explain";
import { MatchPanel } from "./match";
import { PairPanel } from "./pair";
import { RelationPanel } from "./relation";

const TOOL_PANELS = { explain: ExplainPanel, match: MatchPanel, diff: DiffPanel, balance: BalancePanel };

export function Panel() {
  const { selected, tool } = view.value;
  const id = selected.slice(2);
  const Tool = tool === "explore" ? null : TOOL_PANELS[tool];
  const label = selected ? s.relation.from : tool === "explore" ? s.tools.explore : s.tools[tool];
  return (
    <aside class="panel" aria-label={label} tabIndex={0} key={selected ? selected.slice(0, 2) : tool}>
      <PanelHead inTool={Boolean(Tool)} />
      <div aria-live="polite">
        {selected.startsWith("n:") ? <EntityPanel id={id} key={selected} />
          : selected.startsWith("e:") ? <RelationPanel id={id} key={selected} />
            : selected.startsWith("p:") ? <PairPanel pair={id} key={selected} />
              : null}
      </div>
      {Tool && <div hidden={Boolean(selected)}><Tool /></div>}
    </aside>
  );
}

function PanelHead({ inTool }: { inTool: boolean }) {
  const { selected, tool } = view.value;
  const close = () => go(selected ? { selected: "" } : { tool: "explore", start: "", end: "", path: -1, pattern: "", from: "", to: "" });
  return (
    <div class="panel-head">
      {selected && inTool ? <button type="button" class="btn plain small" onClick={close}><Icon name="back" />{tool === "explore" ? s.menu.back : s.tools[tool]}</button> : <span />}
      <button type="button" class="btn plain icon" aria-label={s.menu.close} title={s.menu.close} onClick={() => (selected && inTool ? go({ selected: "", tool: "explore" }) : close())}><Icon name="close" /></button>
    </div>
  );
}
