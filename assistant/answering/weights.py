"""Coefficients of the two answer models, fitted by assistant/evaluation/fitting.py."""

SENTENCE_WEIGHTS: dict[str, float] = {
    "unigrams": 1.881,
    "bigrams": -0.266,
    "skips": 1.055,
    "context_unigrams": 1.625,
    "context_bigrams": 1.697,
    "document_unigrams": 1.608,
    "document_bigrams": 0.640,
    "tight": 0.963,
    "passage_score": 3.601,
    "passage_first": 1.394,
    "number": 0.939,
    "person": 0.909,
    "date": 1.289,
    "place": 0.987,
    "local": 1.074,
    "unit": 2.100,
    "governed": -1.404,
    "focus": 0.943,
    "period": 1.186,
    "period_clash": -0.663,
    "names": -0.361,
    "document_names": 2.874,
    "province": 0.172,
    "province_clash": -0.011,
    "news": -1.001,
    "long": -0.306,
    "restates": -2.479,
}
"""Listwise logistic regression over the sentences of the evidence."""

ANSWERABLE_INTERCEPT: float = -4.266

ANSWERABLE_WEIGHTS: dict[str, float] = {
    "unigrams": -0.149,
    "bigrams": 0.436,
    "skips": 0.783,
    "tight": 0.922,
    "context_unigrams": 3.147,
    "context_bigrams": 2.049,
    "document_unigrams": 1.560,
    "document_bigrams": 0.035,
    "best_bigrams": -0.424,
    "number_missing": -0.426,
    "person_missing": -0.412,
    "date_missing": -1.555,
    "place_missing": -0.911,
    "company_missing": -0.844,
    "unit_missing": -1.963,
    "unit_missing_document": -0.726,
    "governed_missing": 0.878,
    "focus_missing": -0.140,
    "focus_missing_document": 0.387,
    "period_unknown": -1.360,
    "period_clash": -3.522,
    "names_missing": -1.337,
    "names_missing_near": 0.701,
    "province_missing": -3.588,
    "province_clash": -0.398,
    "rarest_missing": 0.040,
    "rarest_missing_near": -0.067,
    "pair_missing": 0.548,
}
"""Logistic regression over the best sentence of answerable and unanswerable questions."""

ANSWER_THRESHOLD: float = 0.3
"""Below this probability the answer is a refusal."""
