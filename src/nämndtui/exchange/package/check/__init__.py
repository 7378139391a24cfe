"""Every reason why a package cannot be taken in."""
