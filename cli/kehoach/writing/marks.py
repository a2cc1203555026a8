"""Which element of a standard a bullet is, by its mark."""

from kehoach.errors import KehoachError
from kehoach.standards.standard import Standard
from kehoach.tree import Element

BULLETS = (Element.BULLET, Element.SUB_BULLET)


def role_of(mark: str, standard: Standard) -> Element:
    """The element that begins with *mark* in *standard*; a mark that it does not know is a ``KehoachError``."""
    for known, role in zip(standard.bullets, BULLETS, strict=False):
        if known == mark:
            return role
    raise KehoachError("bullet_unknown", mark=mark, known=" ".join(standard.bullets))
