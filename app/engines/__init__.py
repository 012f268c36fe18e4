"""How questions are answered: engines behind the GraphView contract."""
