"""What the grammar of periods is made of; its door is ``kehoach.phrases.period``."""
