"""Other people’s formats: one file per format; what leaves the program here is data and never a formula or markup."""
