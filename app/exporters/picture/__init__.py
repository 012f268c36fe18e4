"""A picture worth printing: where things stand (layout), where names go (labels), how it is drawn (drawing)."""
