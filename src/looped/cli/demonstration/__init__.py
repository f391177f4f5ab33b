"""What the demonstration is filled with: the example quarter, and a month's round with an audit in every stage."""
