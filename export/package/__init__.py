"""What a person receives: a field or a mesh as finished files with a report."""
