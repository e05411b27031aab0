"""Abbreviations whose full stop does not end the sentence: a linguistic table, capitals as they are written."""

BEFORE_A_NAME: frozenset[str] = frozenset(
    str.split("""
    TP Tp tp T.P TX Tx TT Tt Q P H X đ/c Đ/c ĐC Đc ThS Ths Th.S TS T.S PTS GS G.S PGS P.GS GSTS GSTSKH BS B.S BSCK BSCKI
    BSCKII KS K.S KTS CN DS LS NSƯT NSND NGƯT NGND Nxb NXB nxb Mr Mrs Ms Dr Prof St Sr No Nr Vol vs Fig fig PhD Ph.D
    tr Tr trg Trg ĐT đt SĐT sđt Tel Fax VD Vd vd TM KT TL TUQ T/M K/T T/L Gen Col Lt Sgt Capt Rev Gov Sen Rep Pres
    """)
)
"""Followed by what they belong to: a name, a number."""

TITLES: frozenset[str] = frozenset(
    str.split("ông bà anh chị cô chú bác em ngài tướng Ông Bà Anh Chị Cô Chú Bác Ngài Tướng")
)
"""A single capital with a point after one of these is an initial."""
