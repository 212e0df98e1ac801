"""The report on exports: the tracker's pages, and what changed, what to do, what was found."""
