"""Pure statistics, one file a method."""
