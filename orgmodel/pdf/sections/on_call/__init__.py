"""The week on call, shares of time and loads."""
