"""Rules on the comments that silence other rules. The runner finds these faults itself: it alone
sees what each comment silences."""
