"""Widths of the letters of Times New Roman in thousandths of the font size, for lines as long as their words.

Measured on Liberation Serif, which has the same metrics; a letter with accents is as wide as without them, except
for the horned vowels, which stand here themselves.
"""

REGULAR_BY_WIDTH: dict[int, str] = {
    180: "'",
    250: " .,",
    278: "ijlt;:/",
    333: "Ifr-()[]’",
    389: "Js",
    408: '"',
    444: "acez“”",
    500: "bdghknopquvxy0123456789–*đ",
    529: "ơ",
    542: "ư",
    556: "FPS",
    564: "+",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYwĐƠ",
    776: "Ư",
    778: "m&",
    833: "%",
    889: "M",
    944: "W",
    1000: "—…",
}

BOLD_BY_WIDTH: dict[int, str] = {
    250: " .,",
    278: "il/'",
    333: "fjt;:-()[]’",
    389: "Is",
    444: "cerz",
    500: "Jagovxy0123456789–“”*",
    554: "ơ",
    555: '"',
    556: "Sbdhknpquđ",
    570: "+",
    600: "ư",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQƠ",
    796: "Ư",
    833: "m&",
    944: "M",
    1000: "W—…%",
}
