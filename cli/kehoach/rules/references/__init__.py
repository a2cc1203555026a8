"""Rules on numbers of documents, citations, congresses and laws."""
