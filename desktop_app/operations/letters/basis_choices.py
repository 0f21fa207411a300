"""Legal bases as the wizard offers them: those of the letter in its order, then the others that fit its subject."""

from collections.abc import Sequence

from desktop_app.documents.letters.legal_library import ProposedBasis, bases_named
from desktop_app.domain.letters import LegalBasis
from desktop_app.operations.letters.request import BasisChoice


def used_bases(keys: Sequence[str] | None, proposed: Sequence[ProposedBasis]) -> tuple[LegalBasis, ...]:
    """Those that the clerk chose, in this order; as proposed where nothing was chosen.

    Keys that the library no longer has fall away.
    """
    if keys is None:
        return tuple(one.basis for one in proposed if one.used)
    return bases_named(tuple(keys))


def basis_choices(used: Sequence[LegalBasis], proposed: Sequence[ProposedBasis]) -> tuple[BasisChoice, ...]:
    """With a warning at each that is replaced, or not in force on the day of the letter."""
    known = {one.basis.key: one for one in proposed}
    mine = [known.get(basis.key, ProposedBasis(basis=basis, used=True)) for basis in used]
    keys = {basis.key for basis in used}
    rest = [one for one in proposed if one.basis.key not in keys]
    return tuple(
        BasisChoice(
            basis=one.basis, used=one.basis.key in keys, warning=one.warning, replaced_by=one.replaced_by
        )
        for one in (*mine, *rest)
    )  # fmt: skip
