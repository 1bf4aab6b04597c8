"""What a finished page must still be, and what the finished site: guarded, without faults, and with all that the data says."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from polderkoers.errors import PolderkoersError
from polderkoers.website.page_faults import page_faults

if TYPE_CHECKING:
    from polderkoers.website.coverage import Coverage
    from polderkoers.website.csp import Guard

_log = logging.getLogger("mkdocs.plugins.polderkoers")


def guarded(guard: Guard, html: str, url: str, site_url: str) -> str:
    """Return a page at an address below the root of the site with its policy, and tell what is wrong with it. Raises `PluginError`."""
    try:
        page, refused = guard(html, url)
    except PolderkoersError as error:
        raise PluginError(str(error)) from error
    for tag in refused:
        _log.error(
            f"Pagina '{url}': een browser slaat {tag} over, want de beveiliging van de site laat dat niet toe. Hoe op te "
            "lossen: gebruik een class en een stylesheet; staat het in een tabel, haal dan de dubbele punt weg uit "
            "de streepjes onder de kop."
        )
    for line in page_faults(page, url, guard.added, site_url):
        _log.error(line)
    return page


def refuse_gaps(coverage: Coverage) -> None:
    """Raise `PluginError` when something of the data is on no page."""
    if missing := coverage.missing():
        raise PluginError(f"Dit staat in de gegevens, maar nergens op de site: {', '.join(missing)}")
    if unseen := [f"{text.entry.ref} ({text.field})" for text in coverage.unseen()]:
        raise PluginError(
            f"Deze teksten staan in de gegevens, maar nergens op de site: {', '.join(unseen)}. Dat is een fout in het programma. Hoe op te "
            "lossen: meld dit bij de beheerder van de site, of haal de tekst zolang weg."
        )
