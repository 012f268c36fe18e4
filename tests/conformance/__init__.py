"""Every engine against a slow reference that is obviously right, on worlds that nobody thought of.

`readings.py` and `reference.py` say in plain loops what the rulings say; `strategies.py` makes worlds and questions;
`suite.py` compares. A further engine is one line: `TestOther = conformance(make_other_view)`.
"""
