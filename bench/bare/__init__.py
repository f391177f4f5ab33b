"""What our pages are measured against: bare Django, written as its handbook says."""
