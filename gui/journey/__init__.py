"""The journey as a line of stations, with the border drawn in."""
