"""The way out, without a window: steps, Shift presses, rehearsal, idle time, redacted faults."""
