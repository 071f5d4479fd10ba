"""What the program does in a terminal: its options and its commands."""
