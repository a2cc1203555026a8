"""What the grammar of quantities is made of; its door is ``kehoach.phrases.quantity``."""
