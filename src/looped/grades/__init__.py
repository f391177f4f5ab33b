"""The grading that is never edited; what stands at a moment."""
