"""Documents in PDF with a text layer: letters by their places, put together to rows, columns and paragraphs again."""
