"""The search box, the thread that searches, the hits, their filters, and what stands there without any."""
