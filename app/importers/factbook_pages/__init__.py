"""What a page of the World Factbook says, whatever the year's format: fields, items, and what each item states."""
