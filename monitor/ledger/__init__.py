"""What a figure changes, and who should know. Pure: no clock, no log, no input or output."""
