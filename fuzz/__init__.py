"""Fuzzing of the loader: any bytes in a data file must give problems in Dutch, and never an exception."""
