"""Korean text in, figures out. Pure: no clock, no log, no input or output."""
