"""What the registers' verbs share: imports of tables and packages, rows on agendas."""
