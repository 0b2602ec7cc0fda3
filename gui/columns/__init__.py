"""Two versions of the law, side by side: pickers, outcomes, aligned reasons, switches."""
