// One short message at a time, said to screen readers as well; it may offer one action.
import { signal } from "@preact/signals";

export interface Notice { text: string; action?: { label: string; run: () => void }; kind: "info" | "warning" }
export const notice = signal<Notice | null>(null);
let timer = 0;

export function say(text: string, options: { action?: Notice["action"]; kind?: Notice["kind"]; stay?: boolean } = {}): void {
  clearTimeout(timer);
  notice.value = { text, kind: options.kind ?? "info", ...(options.action ? { action: options.action } : {}) };
  if (!options.stay) timer = window.setTimeout(() => (notice.value = null), options.action ? 12_000 : 5000);
}

export function hush(): void {
  clearTimeout(timer);
  notice.value = null;
}
