"""Who is in the room, who serves and who presides, § by §."""
