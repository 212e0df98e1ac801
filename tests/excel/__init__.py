"""xlwings' own server code with stand-ins for pywin32: run in a process of its own."""
