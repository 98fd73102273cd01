"""Sessions and the thread that runs them. No Qt: the command line and the tests use them too."""
