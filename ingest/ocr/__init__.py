"""Reading images of pages: straightening, Tesseract, places of words."""
