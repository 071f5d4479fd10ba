"""The tabs at the left: topics, child groups, bookmarks."""
