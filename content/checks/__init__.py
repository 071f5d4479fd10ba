"""Rules that a pack has to pass, who signs it, how hard it is to read; never in a bundle."""
