"""What a coach hands out: Word files of cards, cite sheets, handouts, flow sheets."""
