"""What ``plan render`` and ``plan issue`` do: a plan judged, composed and made into files."""
