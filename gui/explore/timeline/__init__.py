"""One strip through the law's history: what each state of the law makes of the journey."""
