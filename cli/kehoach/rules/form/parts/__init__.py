"""How the parts of the form are told in a document of any maker: by what they say and where they stand."""
