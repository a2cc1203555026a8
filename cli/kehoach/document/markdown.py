"""Our Markdown, and how it is read into the tree of a document.

CommonMark with tables and a closed set of ``:::`` containers. HTML, code, links, images and quotations do
not belong to it and are errors, and so is a container that is unknown or stands where it may not.

Containers, by what they hold; a fence is longer than the fences inside it, names are written with ``-``::

    letterhead      left, right, each once
      left          superior issuer separator number conference secrecy urgency draft
      right         title place-date draft
    kind subject theme dashes basis opening closing side      leaves, at the top or inside an annex
    foot            recipients, then signature, or signatures (signature, signature)
      recipients    a paragraph (the label), then one bullet list; sub-bullets are parts of a recipient
      signature     authority office name
    annex           annex-title annex-reference, leaves, and body
    landscape       body, at the top or inside an annex

A leaf holds paragraphs, each of which becomes one ``Paragraph`` of that element; an empty leaf is left out.
``separator`` and ``dashes`` hold their marks as the standard gives them (``***``, ``-----------``): there a
line of marks is text, not a thematic break, escaped or not. All else is body:

- ``#`` to ``######``: a section of that depth. Its text is ``NUMBER Title``; a title alone is unnumbered.
- A paragraph that begins with an unescaped number (``1.`` ``1.1.`` ``(1)`` ``1)`` ``a)`` ``A.`` ``I.``) and a space is
  a numbered paragraph; an item of an ordered list too, with its own number. ``1\\.`` and ``\\(1)`` are text.
- ``-`` and ``+`` are bullets; below a bullet they are sub-bullets. What is indented under an item belongs to it.
- A table has a head. Its cells hold inline Markdown; ``\\|`` is a stroke.
- Inline: ``*italic*``, ``**bold**``, and two spaces or ``\\`` at the end of a line for a line break.
- Three or more no-break spaces in a run are a gap to fill by hand; one or two are themselves.
"""
