"""Small closed grammars for what officers write: quantities, periods, dates, numbers of documents."""
