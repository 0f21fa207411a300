"""Tables, queries and migrations; the only room that knows SQLAlchemy."""
