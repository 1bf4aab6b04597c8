"""What is said of fields that stand in more than one class. A class says what differs there: `NAAM.but("…")`."""

from __future__ import annotations

from polderkoers.policy.model.declared import Fact, Role, Shown

IDS_BETROKKENEN = "Ids van partijen (data/roles.yaml) of organisaties (data/organisaties.yaml)."
"""What is said of every field that tells who does something."""

AANDACHTSPUNTEN = Fact(
    "Aandachtspunten",
    "Waar op te letten is.",
    "de aandachtspunten",
    plural=True,
    one="het aandachtspunt",
    ordered=False,
    label="Waar op te letten",
)
AANSPREKING = Fact(
    "Aanspreking",
    "Wat een lezer zegt die deze wegwijzer zoekt: Ik heb een idee voor mijn straat. Op de voorpagina staat dat op een knop. Laat het weg als de titel dat al zegt.",
    "de aanspreking",
    shown=Shown.OWN,
    ours=True,
)
ACTIVITEITEN = Fact("Activiteiten", "Wat is afgesproken.", "de activiteiten", plural=True, label="Wat er gebeurt")
ANDERE_NAMEN = Fact(
    "Andere namen",
    "Andere namen, schrijfwijzen en vormen waaronder dit in een tekst kan staan, ook enkelvoud of meervoud.",
    "de andere namen",
    role=Role.LABEL,
    plural=True,
    ordered=False,
    label="Ook geschreven als",
)
BEDRAGEN = Fact("Bedragen", "Het geld.", "de bedragen", plural=True, ordered=False)
BETER = Fact(
    "Beter",
    "Is meer beter, of juist minder? Vul in: hoger of lager. Het gaat om wat er wordt geteld: van overlast is lager beter, ook als "
    "het doel zegt dat die met 10 procent daalt. Twijfel je? Laat het weg. Een vergelijking kijkt dan alleen naar de woorden van de zin.",
    "de gewenste richting",
    shown=Shown.NOWHERE,
)
BRON = Fact(
    "Bron",
    "Waar dit staat: document en plek. Laat weg wat gelijk is aan het onderdeel erboven.",
    "de bron",
    words_of={"document": "het brondocument", "plek": "de plek in de bron", "link": "het adres van de bron"},
)
CIJFERS = Fact(
    "Cijfers", "Cijfers die bij dit onderdeel horen.", "de cijfers", plural=True, ordered=False, shown=Shown.OWN
)
DATUM = Fact("Datum", "De datum, als de bron die noemt.", "de datum")
DOCUMENTEN = Fact(
    "Documenten",
    "Waar dit een versie van is: ids uit data/documenten.yaml.",
    "de documenten",
    plural=True,
    ordered=False,
)
DOELEN = Fact("Doelen", "Wat bereikt moet worden.", "de doelen", plural=True)
EENHEID = Fact("Eenheid", "De eenheid: procent, mensen, euro, jaar.", "de eenheid", shown=Shown.WITHIN)
GROEP = Fact(
    "Groep", "Welke groep, als er meer waarden zijn: matig eenzaam.", "de groep", role=Role.LABEL, shown=Shown.OWN
)
ID = Fact(
    "Id",
    "De vaste naam van dit onderdeel, uniek in het bestand. Verander een id nooit en gebruik een oude niet opnieuw.",
    "het id",
)
INDICATOREN = Fact("Indicatoren", "Waaraan je ziet of het lukt.", "de indicatoren", plural=True, ordered=False)
INGETROKKEN_OP = Fact(
    "Ingetrokken op",
    "Wanneer het is ingetrokken. Laat weg, of schrijf null, als de bron dat niet zegt. Alleen bij status: ingetrokken.",
    "de datum van intrekking",
    null=True,
    shown=Shown.OWN,
)
INLEIDING = Fact("Inleiding", "Waar het over gaat en waarom.", "de inleiding")
JAAR = Fact("", "", "het jaar", shown=Shown.OWN, label="Jaar")
LIDWOORD = Fact("Lidwoord", "Het lidwoord voor het enkelvoud.", "het lidwoord")
LOOPTIJD = Fact(
    "Looptijd",
    "De periode waarvoor het plan geldt of een koers geeft.",
    "de looptijd",
    words_of={"van": "het begin van de looptijd", "tot": "het einde van de looptijd", "tekst": "de looptijd"},
)
MEER_UITLEG = Fact(
    "Meer uitleg",
    "Adres van een officiële uitleg, als je zeker weet dat het klopt. Het begint met https://. Twijfel je? Laat het weg.",
    "het adres van meer uitleg",
    shown=Shown.OWN,
)
METING = Fact(
    "Meting",
    "Cijfers uit dezelfde vraag of meting krijgen dezelfde naam. Alleen die mogen samen in één grafiek.",
    "de meting",
    shown=Shown.WITHIN,
)
NAAM = Fact("Naam", "De naam of kop, precies zoals in de bron.", "de naam", role=Role.NAME)
GEWONE_NAAM = Fact(
    "Gewone naam",
    "Dezelfde naam in gewone taal, voor wie het plan niet kent. Hij zegt niet meer en niet minder dan de naam. De site zet hem boven de naam uit de bron. "
    "Laat hem weg als de naam zelf al gewoon is.",
    "de gewone naam",
    role=Role.REMARK,
    shown=Shown.OWN,
    ours=True,
)
NOOT = Fact(
    "Noot", "Een korte opmerking bij dit onderdeel, bijvoorbeeld wat de bron niet zegt.", "de noot", role=Role.REMARK
)
NUMMER = Fact("Nummer", "Het nummer in de bron, als dat er is.", "het nummer", shown=Shown.OWN)
ONGEVEER = Fact("Ongeveer", "true als de bron 'ongeveer', 'circa' of 'zo'n' zegt.", "of het getal ongeveer is")
ORGANISATIES = Fact(
    "Organisaties",
    "Ids uit data/organisaties.yaml: organisaties die hier genoemd worden.",
    "de genoemde organisaties",
    plural=True,
    ordered=False,
    label="Genoemd",
    place=1,
)
OVER = Fact("Over", "Waar dit over gaat.", "waar het over gaat", shown=Shown.OWN)
PARTIJEN = Fact(
    "Partijen", "Ids uit data/roles.yaml: voor wie of over wie dit gaat.", "de partijen", plural=True, ordered=False
)
PLAATSEN = Fact(
    "Plaatsen",
    "Ids uit data/plaatsen.yaml: de plaatsen waar dit over gaat.",
    "de plaatsen",
    plural=True,
    ordered=False,
    label="Waar",
    place=1,
)
PRODUCT = Fact("Product", "Wat de fase oplevert.", "het product", label="Levert op")
PUBLICATIES = Fact(
    "Publicaties", "Rapporten en nota's waar het plan op steunt.", "de publicaties", plural=True, ordered=False
)
ROLLEN = Fact("Rollen", "Wie wat doet.", "de rollen", plural=True, ordered=False)
SAMENHANG = Fact(
    "Samenhang",
    "Verbanden met andere onderdelen, elk met een reden.",
    "de verbanden",
    plural=True,
    ordered=False,
    shown=Shown.OWN,
)
STAPPEN = Fact("Stappen", "Wat er gebeurt.", "de stappen", plural=True)
STATUS = Fact("", "", "de status")
SUCCESFACTOREN = Fact(
    "Succesfactoren",
    "Wat helpt.",
    "de succesfactoren",
    plural=True,
    one="de succesfactor",
    ordered=False,
    label="Wat helpt",
)
TEKST = Fact("Tekst", "Het tijdstip zoals een lezer het ziet, bijvoorbeeld: derde kwartaal van 2030.", "de tekst")
THEMAS = Fact("Thema's", "Ids uit data/themas.yaml.", "de thema's", plural=True, ordered=False, shown=Shown.OWN)
TITEL = Fact("Titel", "De titel, precies zoals in de bron.", "de titel", role=Role.NAME)
TOELICHTING = Fact("Toelichting", "Uitleg in gewone taal. Een lege regel begint een nieuwe alinea.", "de toelichting")
TREEDT_IN_WERKING = Fact(
    "Treedt in werking op",
    "Vanaf wanneer het geldt, als de bron dat zegt. Laat weg als het meteen geldt. Zolang die dag nog moet komen, zegt de site dat het nog niet geldt.",
    "de datum van inwerkingtreding",
    null=True,
    shown=Shown.OWN,
)
UITGEVER = Fact("Uitgever", "Wie het uitgaf, als de bron dat noemt.", "de uitgever")
UITLEG = Fact("Uitleg", "Wat dit is, in gewone taal.", "de uitleg")
UITLEG_VAN = Fact(
    "Uitleg van",
    "bron: een document legt dit zo uit. Zeg dan bij bron welk document, en waar. redactie: wij schreven de uitleg zelf, met wat algemeen bekend is.",
    "van wie de uitleg is",
    shown=Shown.OWN,
)
VASTGESTELD_DOOR = Fact("Vastgesteld door", "Wie het vaststelde. null als de bron dat niet zegt.", "wie het vaststelde")
VERSIE = Fact("", "", "het versienummer")
VOORBEELDEN = Fact(
    "Voorbeelden",
    "Voorbeelden uit de praktijk en uitgelichte initiatieven.",
    "de voorbeelden",
    plural=True,
    ordered=False,
)
VOOR = Fact(
    "Voor wie",
    "Voor welke groepen dit bedoeld is, als de bron dat zegt: ids van partijen uit data/roles.yaml. Voor alle inwoners: inwoners. Zegt de bron niet voor wie? Laat het weg.",
    "voor wie het is",
    ordered=False,
    label="Voor wie",
    place=-1,
    ours=True,
)
VOORLOPIG = Fact(
    "Voorlopig",
    "true als de bron het een voorlopig cijfer noemt.",
    "de aanduiding als voorlopig",
    shown=Shown.OWN,
)
WAARDE = Fact(
    "Waarde", "Het getal. Schrijf null als de bron geen getal noemt; een onbekende waarde is nooit 0.", "de waarde"
)
WANNEER = Fact(
    "Wanneer", "Het tijdstip of de periode.", "het tijdstip", words_of={"tekst": "het tijdstip"}, shown=Shown.LABELLED
)
WEERGAVE = Fact(
    "Weergave", "De waarde in woorden, zoals de bron die geeft: twee derde, 1 op de 3.", "de weergave", shown=Shown.OWN
)
WERKVELDEN = Fact(
    "Werkvelden",
    "",
    "de werkvelden",
    plural=True,
    ordered=False,
    shown=Shown.LABELLED,
    label="Werkveld",
    place=-1,
    ours=True,
)
WIE = Fact(
    "Wie",
    f"Wie deze fase uitvoert. {IDS_BETROKKENEN}",
    "wie het doet",
    unknown=True,
)
WOORDEN = Fact(
    "Woorden", "Wat een inwoner typt: een woord, of een paar woorden achter elkaar.", "de woorden", plural=True
)
