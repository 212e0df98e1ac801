"""The built add-in: a lint of the package, an Excel that runs its VBA, and ways to break it."""
