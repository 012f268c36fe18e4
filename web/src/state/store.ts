// The living state: one view, kept in step with the address. Every action of the user is a step in the browser's
// history, so that undo, redo and back are one and the same.
import { batch, computed, signal } from "@preact/signals";
import { emptyView, formatView, parseView, type View } from "./url";

export const view = signal<View>(parseView(location.search));
/** How many steps back (and forward) stay within the explorer. */
export const steps = signal<{ at: number; last: number }>({ at: history.state?.step ?? 0, last: history.state?.step ?? 0 });
export const canUndo = computed(() => steps.value.at > 0);
export const canRedo = computed(() => steps.value.at < steps.value.last);

type Patch = Partial<View> | ((now: View) => Partial<View>);

/** Moves to a changed view. `replace` is for what happens many times a second (scrubbing, panning). */
export function go(patch: Patch, options: { replace?: boolean } = {}): void {
  const next = { ...view.peek(), ...(typeof patch === "function" ? patch(view.peek()) : patch) };
  const address = formatView(next);
  if (address === formatView(view.peek())) return;
  batch(() => {
    const { at, last } = steps.peek();
    if (options.replace) history.replaceState({ step: at }, "", address || location.pathname);
    else {
      history.pushState({ step: at + 1 }, "", address || location.pathname);
      steps.value = { at: at + 1, last: at + 1 };
    }
    if (options.replace) steps.value = { at, last };
    view.value = next;
  });
}

/** Starts over from the front page, or from a view of which only the given parts are set. */
export function open(parts: Partial<View> = {}): void {
  go({ ...emptyView(), ...parts });
}

export const undo = () => canUndo.peek() && history.back();
export const redo = () => canRedo.peek() && history.forward();

window.addEventListener("popstate", (event) => {
  const step = (event.state?.step as number | undefined) ?? 0;
  batch(() => {
    steps.value = { at: step, last: Math.max(steps.peek().last, step) };
    view.value = parseView(location.search);
  });
});

/** The address of a view, for links that also open in a new tab. */
export const href = (parts: Partial<View>): string => formatView({ ...emptyView(), ...parts }) || "./";
