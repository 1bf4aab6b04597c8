"""What people do to a file, and the message that leads them to the cure."""
