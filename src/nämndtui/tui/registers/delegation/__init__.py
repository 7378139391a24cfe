"""The register of delegated decisions."""
