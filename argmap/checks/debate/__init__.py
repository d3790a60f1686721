"""Rules on the round: who answers whom, and in which speech."""
