"""The register of unenforced decisions."""
