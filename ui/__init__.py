"""The desktop app. Qt lives here alone; everything that has nothing to do with a screen lives in `orgmodel`."""
