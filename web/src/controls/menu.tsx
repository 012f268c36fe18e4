// A button that opens a small menu below it: arrow keys, Home, End, Escape, and it closes when the focus leaves.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

interface Props { label: ComponentChildren; name: string; class?: string; children: (close: () => void) => ComponentChildren }

export function Menu({ label, name, class: extra = "", children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>(".popup .item") ?? [])];
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    items()[0]?.focus();
    const away = (event: Event) => root.current && !root.current.contains(event.target as Node) && setOpen(false);
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, [open]);
  const onKey = (event: KeyboardEvent) => {
    if (!open) return;
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Escape") close();
    else if (event.key === "Tab") setOpen(false);
    else if (to !== undefined) all[(to + all.length) % all.length]?.focus();
    else return;
    if (event.key !== "Tab") event.preventDefault();
  };
  return (
    <div class={`menu ${extra}`} ref={root} onKeyDown={onKey}>
      <button ref={button} type="button" class="btn plain" aria-haspopup="true" aria-expanded={open} aria-controls={open ? id : undefined} aria-label={name} title={name} onClick={() => setOpen(!open)}>
        {label}
      </button>
      {open && <div class="popup" id={id}>{children(close)}</div>}
    </div>
  );
}
