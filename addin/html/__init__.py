"""The report as a web page: its charts, its tables and its template."""
