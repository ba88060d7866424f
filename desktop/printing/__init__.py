"""Forms on paper: what prints (content), where it stands (sheets), how it is drawn (painting), PDF and preview."""
