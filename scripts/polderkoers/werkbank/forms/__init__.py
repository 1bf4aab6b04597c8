"""Forms of items, made from what the model says of their fields; what people typed read back into the data."""
