// Stub.
export function DiffPanel() {
  return null;
}
