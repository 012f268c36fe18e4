"""The explorer in a browser. A package, so that one browser serves all of it and is gone for the tests elsewhere."""
