"""A finished drawing as SVG, PDF, PNG. A renderer sees the `Drawing` alone."""
