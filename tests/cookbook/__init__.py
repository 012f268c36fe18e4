"""The cookbook: real questions with the actual answers of the curated graph, run one by one."""
