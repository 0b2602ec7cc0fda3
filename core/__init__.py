"""The part of Threshold that needs no window: cases, law, decisions, reports. No Qt, ever."""
