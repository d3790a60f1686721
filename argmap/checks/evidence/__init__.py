"""Rules on evidence: citations, and quotations held against their sources."""
