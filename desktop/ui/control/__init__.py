"""The controllers: each joins what the worker does in the window to what the program keeps."""
