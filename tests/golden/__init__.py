"""One set of calls with their recorded answers, which every host must give."""
