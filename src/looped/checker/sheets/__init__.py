"""Tables read for what is said of them: figures with count and share, what heads them, what notes stand at them."""
