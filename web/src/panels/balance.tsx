// Stub.
export function BalancePanel() {
  return null;
}
