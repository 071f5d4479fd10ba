"""How well the search answers judged questions; never in a bundle."""
