"""What follows by rules: premises, joins, traces, and how a derived relation looks. Never a claim, never unasked."""
