"""The places where the functions appear, and the page that people read about them."""
