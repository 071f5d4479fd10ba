"""What stands in the window in place of a page: start, topics, help, settings."""
