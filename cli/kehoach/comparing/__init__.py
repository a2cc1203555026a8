"""What changed between two plans: the facts, whether they matter, and the tables made of them."""
