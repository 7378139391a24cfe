"""Nothing typed is lost: a refused save is settled, and what is open is kept when all ends."""
