// Buttons beside the drawing: zoom, fit, undo, redo, parallel lines, pins, what was dismissed, depth.
import { restore, unpin } from "../state/actions";
import { camera } from "../state/camera";
import { canRedo, canUndo, go, redo, undo, view } from "../state/store";
import { strings as s } from "../strings";
import { Icon, type IconName } from "./icon";

function Tool({ icon, name, run, off = false }: { icon: IconName; name: string; run: () => unknown; off?: boolean }) {
  return <button type="button" class="btn icon" aria-label={name} title={name} disabled={off} onClick={() => void run()}><Icon name={icon} /></button>;
}

export function Toolbar() {
  const { parallel, pins, hidden, seeds, depth } = view.value;
  const fanned = parallel === "fan";
  return (
    <div class="tools" role="toolbar" aria-label={s.toolbar.label} aria-orientation="vertical">
      <div class="stack">
        <Tool icon="plus" name={s.toolbar.zoomIn} run={() => camera.peek()?.zoomBy(1.5)} />
        <Tool icon="minus" name={s.toolbar.zoomOut} run={() => camera.peek()?.zoomBy(1 / 1.5)} />
        <Tool icon="fit" name={s.toolbar.fit} run={() => camera.peek()?.fit()} />
      </div>
      <div class="stack">
        <Tool icon="undo" name={s.toolbar.undo} run={undo} off={!canUndo.value} />
        <Tool icon="redo" name={s.toolbar.redo} run={redo} off={!canRedo.value} />
      </div>
      <div class="stack">
        <Tool icon={fanned ? "stack" : "fan"} name={fanned ? s.toolbar.fan : s.toolbar.stack} run={() => go({ parallel: fanned ? "stack" : "fan" })} />
        {Object.keys(pins).length > 0 && <Tool icon="unpin" name={s.toolbar.unpin} run={() => unpin()} />}
        {hidden.length > 0 && <Tool icon="restore" name={s.toolbar.restore(hidden.length)} run={restore} />}
      </div>
      {seeds.length > 0 && (
        <label class="depth">
          <span class="sr">{s.toolbar.depth}</span>
          <select class="field" title={s.toolbar.depth} value={depth} onChange={(event) => go({ depth: Number(event.currentTarget.value), positions: "", camera: "" })}>
            {[0, 1, 2, 3].map((d) => <option key={d} value={d}>{d}</option>)}
          </select>
        </label>
      )}
      {seeds.length > 0 && (
        <div class="stack"><Tool icon="back" name={s.toolbar.whole} run={() => go({ seeds: [], expanded: [], depth: 1, positions: "", camera: "", selected: "" })} /></div>
      )}
    </div>
  );
}
