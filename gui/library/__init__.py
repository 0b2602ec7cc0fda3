"""The browser of the library: every hypothetical case with what it teaches and how it comes out."""
