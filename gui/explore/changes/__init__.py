"""The smallest changes that turn an outcome: a line of the page "At a glance", and a page of their own."""
