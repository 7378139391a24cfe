"""What the package takes out and puts back beside the meetings."""
