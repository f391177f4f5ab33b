"""What is kept: one file a table, the database's own guard, the trail, and questions about them."""
