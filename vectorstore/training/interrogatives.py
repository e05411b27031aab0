"""Linguistic table: phrases that make a Vietnamese sentence a question; the model learns that they carry no subject."""

INTERROGATIVES: tuple[str, ...] = (
    "là gì", "bao nhiêu", "có bao nhiêu", "khi nào", "vào năm nào", "ai", "ai đã", "ở đâu", "tại sao", "vì sao",
    "như thế nào", "ra sao", "năm nào", "người nào", "đơn vị nào", "cơ quan nào", "nào", "những gì", "gồm những gì",
    "cái gì", "điều gì", "bao lâu", "từ bao nhiêu đến bao nhiêu", "loại nào", "đâu là", "được quy định như thế nào",
    "trong trường hợp nào", "phải làm gì", "đã làm gì", "mấy", "có phải không", "hay không", "tên là gì",
    "do ai", "nước nào", "tỉnh nào", "thành phố nào", "mục đích gì",
)  # fmt: skip
