"""A round on paper: flow sheets as a workbook and for the debate-flow app."""
