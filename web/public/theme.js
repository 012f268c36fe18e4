// Runs before the first paint: the chosen colour scheme, so that a dark page never flashes white.
try {
  const chosen = localStorage.getItem("realpolitik:scheme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
} catch {
  // no storage: the system's scheme stays
}
