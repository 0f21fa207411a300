"""What we talk about: regions, participants, recaps, bases, targets, offices, problems. Standard library only."""
