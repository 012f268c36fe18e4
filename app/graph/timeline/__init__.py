"""Relations over time: buckets, the spreading of vague dates, and the known order of events."""
