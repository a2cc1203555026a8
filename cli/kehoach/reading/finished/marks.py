"""Numbers and bullets that stand before the words of a paragraph."""

from kehoach.patterns import CAPITALS, compiled

ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
COUNT = r"[0-9]{1,3}"
FOLLOWED = r"(?=\s|$)"
FORMS = (
    rf"(?:{ROMAN}|[A-H])(?:\.[0-9]{{1,2}})+(?:[.)](?![0-9])|{FOLLOWED})",  # I.1. A.2
    rf"{COUNT}(?:\.[0-9]{{1,2}}){{1,5}}(?:[.)](?![0-9])|(?:\s?[-–—])?(?=\s+[{CAPITALS}“\"]))",  # 1.1. 1.1 1.1-
    rf"{ROMAN}(?:[.)](?=\s|$|[{CAPITALS}]{{2}})|[/:]{FOLLOWED}|\s?[-–—]{FOLLOWED})",  # I. I/ I -
    rf"[A-HĐ](?:[.)/]{FOLLOWED}|\s?[-–—](?=\s+[{CAPITALS}]))",  # A. A/
    rf"{COUNT}(?:[.)](?![0-9])|/(?=\s|[{CAPITALS}])|\s?[-–—](?=\s+[{CAPITALS}])|[-–—](?=\s+[0-9“\"]))",  # 1. 1) 1/ 1-
    rf"[a-zđ](?:\)|[./](?=\s|[{CAPITALS}]))",  # a) a. a/
    r"[ivx]{2,4}(?:\)|\.(?=\s))",  # ii) iv.
    rf"\((?:{COUNT}|[a-zđA-HĐ]|[ivx]{{1,4}}|{ROMAN})\)[.:]?(?!\s*[,;])",  # (1) (a)
    r"[-–—+](?![-–—+0-9]|\s*$|\s[0-9]{1,3}\s[-–—]$)|[-–—+](?=\s+[0-9])",
    r"[•●○◦▪■□▫◼➢➤✓✔❖♦·§\uf0b7\uf0a7\uf02d\uf0d8\uf0fc](?!\s*$)",
    r"\*(?=\s*[^\s*])",
    rf"o(?=\s+[{CAPITALS}])",
)
# Converters make a bullet of a numbered heading: ``- 2.1.1. Xung kích``.
DOUBLE = compiled(rf"[-*+]\s+(?={COUNT}(?:\.[0-9]{{1,2}})+\.?\s+[{CAPITALS}]|(?:{ROMAN})\.\s+[{CAPITALS}])")
MARK = compiled("|".join(f"(?:{form})" for form in FORMS))
RESIDUE = compiled(r"#{1,6}\s+|[*_]{2,3}(?=\S)|\\(?=[^\w\s])|>\s+")
ONLY = compiled(rf"(?:{ROMAN}|{COUNT}|[a-zđ])[.)]|\((?:{COUNT}|[a-zđ])\)|[-–+•●▪]")


def split(text: str, bullet: str = "") -> tuple[str, int]:
    """The mark that *text* begins with, and where the words after it begin; nothing and 0 where there is none.

    Behind the *bullet* of a list, only the number of a heading counts.
    """
    if bullet and not DOUBLE.match(f"- {text}"):
        return "", 0
    double = DOUBLE.match(text)
    found = MARK.match(text, double.end() if double else 0)
    if not found or not text[found.end() :].strip():
        return "", 0
    return found.group().strip(), found.end()


def mark_of(line: str) -> str:
    """The mark of a raw *line*, whatever Markdown stands around it; a mark alone counts."""
    at = 0
    while residue := RESIDUE.match(line, at):
        at = residue.end()
    rest = line[at:].replace("\\", "", 2) if "\\" in line[at : at + 8] else line[at:]
    found = MARK.match(rest) or ONLY.fullmatch(rest.strip("*_ "))
    return found.group().strip() if found else ""
