"""The injections, as data: what an editor could type or paste into any text field."""
# ruff: noqa: RUF001 - signs that look like others are what this is about

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Injection:
    """A text that must stay text. `behind` puts the marker of the test before it, so that the text ends its line."""

    name: str
    text: str
    behind: bool = False


# Every text comes once at the start of its field, or (behind) once at its end; what it needs decides.
SHOWN = (
    # HTML and scripts. `window.gehackt` and alert() would be seen by the browser test, /gehackt by its list of requests.
    Injection("gewone tekst", "Gewone tekst zonder bijzondere tekens"),
    Injection("script", "<script>window.gehackt=1;alert(1)</script>"),
    Injection("script van elders", "<script src=//buiten.example/x.js></script>"),
    Injection("script in hoofdletters", "<ScRiPt>alert(1)</sCrIpT >"),
    Injection("einde van een script", "</script><script>alert(1)</script>"),
    Injection("plaatje met handler", "<img src=/gehackt.png onerror=\"alert('onerror')\">"),
    Injection("svg", "<svg/onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>"),
    Injection("iframe", '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;" src=/gehackt></iframe>'),
    Injection("object", "<object data=/gehackt></object><embed src=/gehackt><base href=//buiten.example/>"),
    Injection("formulier", "<form action=//buiten.example><input autofocus onfocus=alert(1)><button>ok</button></form>"),
    Injection("stijl", "<style>body{display:none}@import '/gehackt.css'</style>"),
    Injection("link met stijl", '<link rel=stylesheet href=/gehackt.css><a style="background:url(/gehackt)">x</a>'),
    Injection("meta", '<meta http-equiv=refresh content="0;url=/gehackt">'),
    Injection("omhulsels dicht", "</p></li></ul></div></article></main></body></html><h1>ander</h1>"),
    Injection("titel dicht", "</title><script>alert(1)</script></textarea></noscript></template>"),
    Injection("markdown in html", '<div markdown="1">**vet**</div><span markdown="span">*x*</span>'),
    Injection("open element", '<div class="x" title="'),
    Injection("open commentaar", "tekst <!-- hierna is alles weg"),
    Injection("commentaar", "<!-- weg --> <!--[if IE]><script>alert(1)</script><![endif]--> --> x"),
    Injection("cdata", "<![CDATA[ x ]]> ]]> <?php echo 1 ?> <!DOCTYPE html>"),
    Injection("mathml", "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=/gehackt onerror=alert(1)&gt;'>"),
    Injection("wijd openstaand", "<x onclick=alert(1) onmouseover=alert(1) tabindex=1 autofocus onfocus=alert(1)>x"),
    # Attributes.
    Injection("uit een attribuut", '" onmouseover="alert(1)" x="'),
    Injection("uit enkel", "' onfocus='alert(1)' autofocus x='"),
    Injection("zonder aanhaling", "x onmouseover=alert(1) style=display:none"),
    Injection("accenten grave", "`onmouseover=alert(1)`"),
    # Links.
    Injection("javascript", "javascript:alert(1)"),
    Injection("javascript met entiteit", "java&#x09;script&colon;alert(1)//"),
    Injection("data-adres", "data:text/html,<script>alert(1)</script>"),
    Injection("vbscript", "vbscript:msgbox(1) file:///etc/passwd"),
    Injection("adres in tekst", "Kijk op https://buiten.example/?a=1&b=<2> of mail a@buiten.example"),
    Injection("link tussen haken", "<https://buiten.example/> <javascript:alert(1)> <a@buiten.example>"),
    # Markdown.
    Injection("vet en schuin", "**vet** __vet__ *schuin* _schuin_ ~~weg~~ ==x== ^^x^^ H~2~O x^2^"),
    Injection("markdown-link", "[klik](javascript:alert(1)) [x](https://buiten.example 'titel')"),
    Injection("markdown-plaatje", "![plaatje](/gehackt.png)"),
    Injection("verwijslink", "[x][1] [1]: javascript:alert(1)"),
    Injection("verwijzing als regel", "[1]: javascript:alert(1) 'titel'"),
    Injection("kop", "# Kop {#eigen-id}"),
    Injection("kop eronder", "Kop\n==="),
    Injection("kop met streepjes", "Kop\n---"),
    Injection("lijst", "- een\n- twee"),
    Injection("genummerde lijst", "1. een\n2. twee"),
    Injection("citaat", "> citaat"),
    Injection("codeblok", "```html\n<script>alert(1)</script>\n```"),
    Injection("ingesprongen code", "    <script>alert(1)</script>"),
    Injection("code in de regel", "`<b>` ``` ~~~ x"),
    Injection("tabel", "| a | b |\n|---|---|\n| c | d |"),
    Injection("streep", "***"),
    Injection("attributen", "{: onclick=alert(1) .x #y style='display:none' }"),
    Injection("attributen achteraan", "tekst {: onclick=alert(1) #eigen }", behind=True),
    Injection("attributen eronder", "tekst\n{: onclick=alert(1) }", behind=True),
    Injection("attributen kort", "{ onclick=alert(1) .x }", behind=True),
    Injection("waarschuwing", '!!! warning "titel"\n    inhoud'),
    Injection("uitklap", '??? note "titel"\n    inhoud'),
    Injection("tabblad", '=== "tabblad"\n    inhoud'),
    Injection("voetnoot", "x[^1]\n[^1]: voet"),
    Injection("afkorting", "*[wet]: <script>alert(1)</script>"),
    Injection("definitie", "woord\n:   uitleg"),
    Injection("fragment", '--8<-- "../../data/roles.yaml"'),
    Injection("fragmentblok", "--8<--\nhttps://buiten.example/x.md\n--8<--"),
    Injection("inhoudsopgave", "[TOC]"),
    Injection("emoji-code", ":material-account: :smile: ++ctrl+c++"),
    Injection("critic", "{++erbij++} {--eraf--} {>>x<<} {==x==}"),
    Injection("wiskunde", "$x^2$ $$y$$ \\(a\\) \\[b\\]"),
    Injection("toetsen", "[x] [ ] - [ ] taak"),
    # Templates and what comes before a page.
    Injection("jinja", "{{ 7*7 }} {% raw %} {# weg #} {%- if x -%}"),
    Injection("jinja van ons", "{## weg ##} ## } {#x} {{ config }} {{ ''.__class__ }}"),
    Injection("jinja-blokken", "{% endraw %}{% include '/etc/passwd' %}{% import 'x' as y %}"),
    Injection("jinja-einde", "%} }} #} ##}"),
    Injection("macro", '{{ pagina("../../x") }} [[ x ]] <% y %>'),
    Injection("begin van de pagina", "---\ntitle: ander\ntemplate: weg.html\n---\ntekst"),
    Injection("einde van de gegevens", "...\n--- tekst"),
    Injection("yaml-soort", "!!python/object/apply:os.system [ls]"),
    Injection("yaml-tekens", "&anker *alias <<: {a: b} [c] @x `y` # geen commentaar: toch"),
    Injection("yaml-blok", "|\n  x: y"),
    # Programs and shells.
    Injection("dollar", "${7*7} $(id) `id` $HOME #{x} %{y}"),
    Injection("opmaak", "%s %d %(a)s {0} {} {a.__init__} %% 100%"),
    Injection("achterover", "\\ \\n \\u0041 \\<b> \\* \\\\"),
    Injection("slotstreep", "tekst die eindigt op \\", behind=True),
    Injection("aanhaling", "'enkel' \"dubbel\" ‘krul’ “krul” `grave` ´acuut´"),
    Injection("entiteiten", "&lt;b&gt; &amp;amp; &quot; &#60;script&#62; &#x3c; &copy; &nbsp; &amp"),
    Injection("losse tekens", "< > & \" ' / = < b > <1 a<b b>c R&D AT&T &; &#; &#x;"),
    Injection("css", "url(javascript:alert(1)) expression(alert(1)) color:red;} body{display:none} /* */ @import"),
    Injection("json", '{"a": "</script>"} \\" ] }'),
    Injection("pad", "../../../etc/passwd C:\\x\\y //buiten.example/x"),
    Injection("sql", "'; DROP TABLE plannen; --"),
    Injection("plaatshouder", "klzzwxh:0001 wzxhzdk:1 wzxhzdk:0"),
    # Letters.
    Injection("lang woord", "donaudampfschiff" * 10),
    Injection("rechts naar links", "שלום עולם مرحبا بالعالم"),
    Injection("emoji", "👍🏽 ✅ ❤ 🇳🇱 1⃣"),
    Injection("letters met tekens", "Curaçao, naïef, coördinatie, Málaga, Ωμέγα, Дніпро, 日本語, e\u0301e\u0301n"),
    Injection("harde spatie", "€\u00a01.000 en 10\u202f000"),
    Injection("stapel", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!"),
    Injection("breed", "＜script＞alert(1)＜/script＞ ﹤b﹥ ‹b›"),
    Injection("hoofdletters", "EMMELOORD Emmeloord eMMELOORD in de Noordoostpolder"),
)  # fmt: skip

# Signs that no reader can see. The check refuses them wherever they stand, so they never reach the site.
HIDDEN = {
    "leesrichting omgekeerd": "\u202e",
    "leesrichting ingebed": "\u202b",
    "leesrichting afgezonderd": "\u2066",
    "merkteken van rechts naar links": "\u200f",
    "merkteken van het Arabisch": "\u061c",
    "spatie zonder breedte": "\u200b",
    "verbinder zonder breedte": "\u200d",
    "woordverbinder": "\u2060",
    "zacht afbreekstreepje": "\u00ad",
    "volgordeteken": "\ufeff",
    "scheiding van regels": "\u2028",
    "scheiding van alinea's": "\u2029",
    "verloren teken": "\ufffd",
    "onzichtbaar merk": "\U000e0041",
}
# Signs that control a terminal or a program. In a file they can only stand behind an escape ("\\e").
CONTROL = {
    "nul": "\0",
    "bel": "\a",
    "terug": "\b",
    "begin van tekst": "\x02",
    "escape": "\x1b[2J",
    "wissen": "\x7f",
    "volgende regel": "\x85",
}

# Ids that look like 'fijn-wonen', or that would be more than a name in an address, a path or an attribute.
IDS = {
    "Cyrillische letter": "fijn-w\u043enen",
    "Griekse letter": "fijn-w\u03bfnen",
    "brede letters": "ｆｉｊｎ-wonen",
    "streepje dat erop lijkt": "fijn\u2010wonen",
    "samengesteld teken": "fi\u0301jn-wonen",
    "ij als één letter": "f\u0133n-wonen",
    "puntloze i": "f\u0131jn-wonen",
    "Arabisch cijfer": "fijn-wonen-\u0661",
    "spatie zonder breedte": "fijn\u200bwonen",
    "leesrichting": "\u202efijn-wonen",
    "omhoog": "../fijn-wonen",
    "pad": "fijn/wonen",
    "hoofdletters": "Fijn-Wonen",
    "aanhalingsteken": 'fijn"onclick="alert(1)',
    "haak": "fijn<wonen",
    "regeleinde": "fijn-wonen\n",
    "leeg": "",
    "procent": "fijn%2fwonen",
    "anker": "fijn#wonen",
    "spatie": "fijn wonen",
    "punt": "fijn.wonen",
    "jinja": "{{7*7}}",
}  # fmt: skip

# What a link may not be. Only https: and mailto: lead out of the site.
LINKS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)", "http://buiten.example/", "//buiten.example/", "/etc/passwd", "file:///etc/passwd", "ftp://buiten.example/",
    "https://buiten.example/ javascript:alert(1)", "https://buiten.example/\n", "https://", "blob:https://buiten.example/x", "https:buiten",
)  # fmt: skip
# Links that are allowed, and that must not get out of their attribute.
GOOD_LINKS = (
    "https://voorbeeld.example/?a=1&b=2#x", 'https://voorbeeld.example/"onclick="alert(1)', "https://voorbeeld.example/'><script>alert(1)</script>",
    "https://voorbeeld.example/{{7*7}}", "mailto:iemand@voorbeeld.example?subject=<b>", "https://voorbeeld.example/)[x](javascript:alert(1))",
)  # fmt: skip
