"""The jobs that people have: each changes the data of a policy and says in a sentence what it did."""
