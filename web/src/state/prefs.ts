// What belongs to the reader and not to the view: the colour scheme, and which side panels stand open.
import { effect, signal } from "@preact/signals";

export type Scheme = "system" | "light" | "dark";
const KEY = "realpolitik:scheme";

function stored(): Scheme {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : "system";
  } catch {
    return "system";
  }
}

export const scheme = signal<Scheme>(stored());
export const wide = signal(matchMedia("(min-width: 900px)").matches);
export const railOpen = signal(matchMedia("(min-width: 1100px)").matches);
export const stillMotion = signal(matchMedia("(prefers-reduced-motion: reduce)").matches);

matchMedia("(min-width: 900px)").addEventListener("change", (event) => (wide.value = event.matches));
matchMedia("(prefers-reduced-motion: reduce)").addEventListener("change", (event) => (stillMotion.value = event.matches));

effect(() => {
  const chosen = scheme.value;
  if (chosen === "system") delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = chosen;
  try {
    if (chosen === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, chosen);
  } catch {
    // no storage: the choice lasts until the page is left
  }
});
