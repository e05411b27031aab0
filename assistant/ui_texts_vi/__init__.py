"""Every Vietnamese text of the screen and of the API's documentation, by where it is read."""
