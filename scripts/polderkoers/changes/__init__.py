"""What differs between two versions of a policy: found, classified, named and worded, each in a module of its own."""
