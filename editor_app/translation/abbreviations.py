# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that end with a full stop without ending a sentence, by language."""

from __future__ import annotations

# Never the end of a sentence: a name, a number or the explained thing follows. Without the stop.
_BEFORE_A_WORD = {
    "ar": "أ د م ص ج هـ",
    "cs": "např tzv č čl str sv ing mgr mudr judr phdr prof doc tj resp",
    "da": "f.eks ca nr kl hr fr dr prof bl.a",
    "de": (
        "dr prof hr fr frl st nr bzw ca vgl z.b z.t d.h u.a u.ä o.ä s.o s.u i.d.r v.a abs art bd"
        " evtl ggf inkl exkl max min sog usf zzgl tel str geb gest verh jh bsp dipl ing med phil"
        " rer nat hbf mio mrd s f ff hrsg aufl kap anm i.e i.a i.v z.zt u.u"
    ),
    "el": "κ κα δρ π.χ δηλ βλ σελ αρ",
    "en": (
        "mr mrs ms dr prof st mt sen rep gov gen col maj capt lt cmdr sgt cpl pvt rev fr hon pres"
        " amb atty supt insp messrs mlle mme no nos vol fig figs ed eds pp p par sec ch art vs v"
        " viz cf e.g i.e eg ie approx ca c est dept univ assn bros ave blvd rd jan feb mar apr jun"
        " jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
    ),
    "es": (
        "sr sra srta sres dr dra d dña prof profa gral cnel cap tte lic ing arq núm nº n.º pág"
        " págs p pp art arts fig vol cap ej p.ej av avda c ud uds vd vds aprox tel ee ee.uu st sto"
        " sta máx mín depto"
    ),
    "fi": "esim mm ns ks s nro tri prof",
    "fr": (
        "m mm mme mmes mlle mlles dr drs pr me mgr st ste no nos n p pp art fig vol chap cf ex p.ex"
        " av bd boul env tél janv févr avr juil sept oct nov déc éd coll réf c.-à-d hab"
    ),
    "hu": "dr pl kb ún ill id ifj özv sz u stb",
    "it": (
        "sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa ing avv arch on sen gen col cap ten pag"
        " pagg p pp art artt fig vol n nn ca es p.es cfr s ss d.lgs"
    ),
    "nl": (
        "dhr mevr mw dr drs ir ing mr prof nr blz p bijv bv d.w.z m.a.w o.a t.a.v i.p.v ca vgl zgn"
        " st jan feb mrt apr jun jul aug sep sept okt nov dec"
    ),
    "no": "f.eks ca nr kl hr fr dr prof bl.a",
    "pl": (
        "np tzn tzw tj dr inż mgr prof hab ul al pl nr str s św ks gen płk mjr kpt por m.in ok ww"
        " zob por godz r wg im"
    ),
    "pt": (
        "sr sra srs sras dr dra drs prof profa eng exmo exma n nº n.º pág págs p pp art arts fig"
        " vol cap av r ex p.ex aprox tel d st sto sta gen cel máx mín"
    ),
    "ro": "dl dna dr prof nr pag art fig vol str bd ex st sf",
    "ru": (
        "г гг ул пр пл д кв корп стр обл р о оз им проф акад доц др см ср напр т.е т.к т.н т.о"
        " св тов гр ген полк кап лейт рис табл гл ст п пп руб коп тыс млн млрд т.ч"
    ),
    "sv": "t.ex bl.a dvs ca nr kl s k dr prof st resp f.d s.k m.m",
    "tr": "dr prof doç yrd av sn no bkz örn vb s cad sok mah yy",
    "uk": (
        "м р рр вул просп пл буд кв обл ім проф акад доц див пор напр т.зв ст п пп с сс гл рис табл"
        " грн коп тис млн млрд св ген полк т.ч н.е"
    ),
}  # fmt: skip

# May end a sentence or not: they do when a word that usually begins one follows.
_ANYWHERE = {
    "de": "usw etc u.s.w u.dgl mwst",
    "en": "etc jr sr inc ltd co corp llc plc a.m p.m am pm u.s u.k u.n u.s.a e.u d.c ph.d m.d b.a",
    "es": "etc s.a s.l a.c d.c a.m p.m jr",
    "fr": "etc s.a av.j.-c apr.j.-c",
    "it": "ecc s.p.a s.r.l a.c d.c",
    "nl": "enz etc e.d n.v b.v",
    "pl": "itd itp",
    "pt": "etc s.a ltda a.c d.c",
    "ru": "др пр т.д т.п н.э",
    "sv": "osv etc",
    "uk": "ін т.д т.п",
}

_SENTENCE_STARTERS = {
    "en": (
        "a after all although an and another as at before both but by during each even every few"
        " first for from he her here his how however if in instead it its last later many meanwhile"
        " more most no not now of on once one only other our over she since so some such that the"
        " their then there these they this those though to today two under until we what when where"
        " which while who why with yet you"
    ),
    "ru": "а в во все для и из их к как когда кто мы на не но он она они по с так что эта это этот",
    "uk": "а але в вони вона він для до з за і й із їх коли ми на не по та так хто це цей ця що як",
}

_MONTHS = {
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "de": (
        "januar jänner februar feber märz april mai juni juli august september oktober november"
        " dezember jahrhundert jahrhunderts jahrtausend weltkrieg weltkriegs weltkrieges bundesliga"
        " jahrestag geburtstag stock obergeschoss klasse liga platz runde etage auflage"
    ),
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta",
    "hu": "január február március április május június július augusztus szeptember október",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października",
}
# Before these, in German, a number with a stop is an ordinal: “am 3. Spieltag”.
_ORDINAL_INTRODUCERS = (
    "ab am an bei beim bis das dem den der des die im in jeden jeder jedes mit nach seit sein seine"
    " seinen seiner ihr ihre ihren ihrer vom von vor zum zur"
)
ORDINAL_INTRODUCERS = frozenset(_ORDINAL_INTRODUCERS.split())


def before_a_word(language: str) -> frozenset[str]:
    """Return the abbreviations after which a sentence goes on; English ones for any other."""
    return frozenset(_BEFORE_A_WORD.get(language, _BEFORE_A_WORD["en"]).split())


def anywhere(language: str) -> frozenset[str]:
    """Return the abbreviations that may end a sentence."""
    return frozenset(_ANYWHERE.get(language, "etc").split())


def sentence_starters(language: str) -> frozenset[str] | None:
    """Return words that usually begin a sentence, or None where any capital is a good sign."""
    starters = _SENTENCE_STARTERS.get(language)
    return frozenset(starters.split()) if starters else None


def months(language: str) -> frozenset[str]:
    """Return what may follow an ordinal number with a stop; empty where none is written so."""
    return frozenset(_MONTHS.get(language, "").split())
