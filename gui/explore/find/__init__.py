"""Find a case: with given outcomes, decided by a provision, or a pair on either side of one."""
