"""How the findings are found, what letters and marks mean, and how fresh all of it is."""
