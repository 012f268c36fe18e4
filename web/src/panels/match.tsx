// Stub.
export function MatchPanel() {
  return null;
}
