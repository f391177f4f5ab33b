"""What may be said of a service area by its place in the funnel. A table, so that no sentence invents another word."""

from looped.stats.funnel import Place

READINGS: dict[Place, str] = {
    "below 99.8%": "lower than chance gives",
    "below 95%": "low, but may be chance",
    "inside": "within what chance gives",
    "above 95%": "high, but may be chance",
    "above 99.8%": "higher than chance gives",
    "no audits": "no audits",
}
FAR: dict[Place, str] = {"below 99.8%": "lower", "above 99.8%": "higher"}
NEAR: tuple[Place, ...] = ("below 95%", "above 95%")
