// stub
export function World() { return null; }
