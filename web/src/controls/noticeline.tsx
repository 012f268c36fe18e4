// The one line of messages; its live region is always there, so that screen readers hear what appears in it.
import { hush, notice } from "../state/notice";

export function NoticeLine() {
  const now = notice.value;
  return (
    <div role="status" aria-live="polite">
      {now && (
        <div class={`notice ${now.kind}`}>
          <span>{now.text}</span>
          {now.action && <button type="button" class="btn" onClick={() => { const run = now.action!.run; hush(); run(); }}>{now.action.label}</button>}
        </div>
      )}
    </div>
  );
}
