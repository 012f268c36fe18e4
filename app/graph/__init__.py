"""What one can ask: the GraphView contract, filters, status, and the operations written on it."""
