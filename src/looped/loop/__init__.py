"""The looped audit: stages, sealing, differences, moderation, follow-up. Pure rules."""
