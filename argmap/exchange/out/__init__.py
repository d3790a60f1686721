"""Maps written for other tools: each form says what it leaves out."""
