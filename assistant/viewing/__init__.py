"""Where the words of a citation stand: on the picture of their page, or elsewhere in a text that was read anew."""
