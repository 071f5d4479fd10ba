"""A page of guidance from blocks to painted text, with its outline, find bar, links and printing."""
