"""What a worker sees and presses to leave, and what hides the window from others."""
