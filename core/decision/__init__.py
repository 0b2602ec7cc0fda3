"""What a version of the law makes of a case, and how two versions compare."""
