"""Faults that are found while plans are read and resolved: how much each weighs, and which no plan may set aside."""

from kehoach.findings import Profile, Severity
from kehoach.rules.registry import ERROR, INFO, WARNING, Rule, Weights, enter

ERRORS = {
    "DOC": (
        "101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117 118 119 "
        "120 121 122 123 124 125 126 127 130 131 132 133 134 "
        "201 202 203 204 205 206 207 208 209 210 211 212 213 214 216 217"
    ),
    "INH": (
        "101 102 103 104 105 106 107 201 202 203 204 206 207 208 209 210 211 212 213 214 215 216 217 218 219 220 "
        "301 302 303 304 305 401 402"
    ),
    "IMP": "101 102 103 104 105 106 107 108 109 110 111 112 201 202 203 204 205 206 207 208 209 210 211",
    "ORG": "101 102 103 110 111 112 202",
    "TGT": "101 102 103 104 105 106 107",
}
LIGHTER: dict[str, Weights] = dict.fromkeys(("IMP101", "IMP111", "INH208", "INH402"), INFO)
LIGHTER |= {
    "INH217": {Profile.DRAFT: Severity.INFO},
    "INH107": WARNING,
    "INH219": WARNING,
    "INH305": WARNING,
    "INH401": WARNING,
}
LIGHTER |= {f"IMP{number}": WARNING for number in [*range(102, 111), 112, 209, 211]}
LIGHTER |= {f"IMP{number}": INFO for number in [*range(201, 209), 210]}
SUPPRESSIBLE = {"INH303", "INH305", "ORG202"}

for _family, _numbers in ERRORS.items():
    for _code in (f"{_family}{number}" for number in _numbers.split()):
        enter(Rule(_code, LIGHTER.get(_code, ERROR), suppressible=_code in SUPPRESSIBLE))
