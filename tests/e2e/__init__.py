"""The add-in under wine, from its VBA to Python for Windows and back."""
