"""The verbs: one function per thing a secretary does; one transaction, one history entry each."""
