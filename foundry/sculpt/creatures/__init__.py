"""Animals, people and creatures of tales."""
