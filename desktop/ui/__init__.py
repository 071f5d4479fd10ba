"""What the worker sees and touches: the only rooms that import Qt, and that never open a store's file."""
