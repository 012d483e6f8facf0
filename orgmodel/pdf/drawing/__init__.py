"""Drawing on a page: the pen, shapes, marks and the legend, for paper and for SVG."""
