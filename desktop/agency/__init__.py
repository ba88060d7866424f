"""全部企业: one look at and one order for the Books of many firms. Engine without Qt; the page only shows it."""
