"""Word documents of any maker, read without trust: parts within limits, no entities, no programs."""
