"""One input a kind: what people type into, in grids and on card pages. Reading the text is the kind's."""
