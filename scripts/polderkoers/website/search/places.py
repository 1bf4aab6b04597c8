"""Where what is searched stands in a site."""

FOLDER = "zoeken/index"
PAGES = "zoeken/paginas.json"
WORDS = "zoeken/woorden.txt"
ANSWERS = "zoeken/antwoorden.json"
SUGGESTIONS = "zoeken/voorstellen.js"
