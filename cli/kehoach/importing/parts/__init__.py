"""The parts of a finished document, pass by pass: each a function of its lines and of what is claimed already."""
