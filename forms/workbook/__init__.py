"""Excel in and out: template, import, export. The only place where Excel libraries may be imported."""
