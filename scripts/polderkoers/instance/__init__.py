"""What is done to an instance as a whole: adopting a version of its policy."""
