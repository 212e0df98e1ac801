"""What each ribbon button does, one small file for each family of buttons."""
