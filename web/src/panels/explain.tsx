// Stub.
export function ExplainPanel() {
  return null;
}
