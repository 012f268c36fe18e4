"""What curated text says: YAML files under graph_data/ and seeds/ become a Dataset, or Problems with exact places."""
