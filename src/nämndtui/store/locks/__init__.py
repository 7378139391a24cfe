"""What may never change once adjusted or sent: locks, seals and the ledgers' check."""
