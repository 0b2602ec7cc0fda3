"""Reading and writing files: YAML that remembers its lines, atomic writes, a cache of parsed resources."""
