"""Shape of a sentence → events told by nouns and their prepositions ("a licence from", "licensee of"), and pairs of parties."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.gates import Family
from kg.extract.late import late
from kg.extract.licence_event import ADVERB, Event, clause_of, gated, kind_of, named_in, pattern
from kg.extract.licence_sentence import DRUG, ORG, ORGS, Sentence
from kg.extract.licence_words import ADJ

_NOMINAL: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("license-of-to", pattern(rf"(?P<G>{ORG})(?:['’]s?|(?<=\uf8fe)) (?P<what>{ADJ}(?:sub-?)?(?:licen[cs]e|option|rights))(?:,? (?:of|dated|in|for) [^,;\ue000-\ue7ff]{{2,60}}?)? (?:to|with) (?P<R>{ORGS})(?!['’])", re.I)),
    ("license-of-from", pattern(rf"(?P<R>{ORG})(?:['’]s?|(?<=\uf8fe)) (?P<what>{ADJ}(?:sub-?|in-)?(?:licen[cs]e|option|rights))(?:,? (?:to|of|dated|in|for|under) [^;\ue000-\ue7ff]{{2,100}}?)?,? from (?:[Tt]he )?(?P<G>{ORGS})(?!['’])", re.I)),
    ("license-from-to", pattern(rf"(?P<what>(?:sub-?)?(?:licen[cs]e|option|rights)) (?:of [^,;\ue000-\ue7ff]{{2,40}} )?from (?P<G>{ORGS}) (?:back )?to (?P<R>{ORGS})(?!['’])", re.I)),
    ("license-from", pattern(rf"(?P<what>(?:sub-?|in-)?(?:licen[cs]e|option))\b(?:(?:(?! receive| paid| pays| and (?:will|has|is|had|was)\b| which | that |,? collect)[^;\ue000-\ue7ff]){{0,110}}?)? from (?:[Tt]he )?(?P<G>{ORGS})(?!['’])", re.I)),
    ("license-rights-from", pattern(rf"(?P<what>(?:exclusive|worldwide|development|commercial) rights)\b(?:[^;\ue000-\ue7ff]{{0,80}}?)? from (?:[Tt]he )?(?P<G>{ORGS})(?!['’])", re.I)),
    ("license-granted-by", pattern(rf"(?P<what>(?:sub-?)?(?:licen[cs]e|option|rights))\b(?:[^;\ue000-\ue7ff]{{0,90}}?)? (?:granted|given|conferred) by (?:[Tt]he )?(?P<G>{ORGS})(?!['’])", re.I)),
    ("license-paid-grant", pattern(rf"(?:grant of|for|in exchange for|in return for|in consideration of) (?:an?|the|its) (?:{ADJ})(?P<what>licen[cs]e|option|rights)\b[^;\ue000-\ue7ff]{{0,60}}, (?P<R>{ORG})(?: {ADVERB})* (?:paid|pays|agreed to pay|made|will pay) (?P<G>{ORG})(?!['’])")),
    ("license-made-payment", pattern(rf"(?:[Ii]n (?:exchange|return|consideration)|[Aa]s consideration) (?:for|of) (?:the )?(?:grant of )?(?:an? |the |such |those )?(?:{ADJ})(?P<what>rights|licen[cs]e|option)\b[^;\ue000-\ue7ff]{{0,90}}, (?P<R>{ORG})(?: {ADVERB})* (?:paid|made|pays|makes|issued|agreed to|transferred|wired)\b[^;\ue000-\ue7ff]{{0,120}} to (?:[Tt]he )?(?P<G>{ORG})(?!['’])")),
    ("license-shared-under", pattern(rf"(?P<R>{ORGS})(?!['’])[^;\ue000-\ue7ff]{{3,90}} (?:under|pursuant to|by virtue of|through) an? (?:{ADJ})(?P<what>(?:sub-?)?licen[cs]e)[^;\ue000-\ue7ff]{{0,40}} (?:granted by|given by|from) (?P<G>{ORGS})(?!['’])")),
    ("license-completed-sale", pattern(rf"\b(?:complet|clos|conclud|announc|effect|made|agreed)\w* (?:to )?(?:the|its|our|that|a) (?:sale|divestiture|disposition|disposal) of (?P<what>{DRUG}|[^;\ue000-\ue7ff]{{3,80}}(?:rights|assets|program|business)[^;\ue000-\ue7ff]{{0,40}})[^;\ue000-\ue7ff]{{0,40}} to (?:[Tt]he )?(?P<R>{ORGS})(?!['’])")),
    ("license-passed", pattern(rf"\b(?P<what>[Oo]wnership|[Tt]itle|[Rr]ights?) (?:of|to|in|for|over) [^;\ue000-\ue7ff]{{1,60}} (?:passed|moved|went|were transferred|was transferred|transferred) from (?:[Tt]he )?(?P<G>{ORG}) to (?:[Tt]he )?(?P<R>{ORG})(?!['’])")),
    ("license-whose-to", pattern(rf"(?P<G>{ORG}),? whose (?:{ADJ})(?P<what>(?:sub-?)?licen[cs]e|option) to (?:[Tt]he )?(?P<R>{ORG})")),
    ("license-whose-from", pattern(rf"(?P<R>{ORG}),? whose (?:{ADJ})(?P<what>(?:sub-?)?licen[cs]e|option|rights) [^;\ue000-\ue7ff]{{0,30}}from (?P<G>{ORG})")),
    ("license-patents-of", pattern(rf"(?P<R>{ORG})(?!['’])[^;\ue000-\ue7ff]{{0,60}} (?P<what>licen[cs]e) (?:under|to|on) (?:certain |the |its |several |some )*(?P<G>{ORG}) (?:patents?|technology|intellectual|know-how|compounds?)")),
    ("license-said-its", pattern(rf"(?P<R>{ORG})(?!['’])[^;\ue000-\ue7ff]{{0,30}} (?:told|informed|notified|advised) {ORG} that it [^;\ue000-\ue7ff]{{0,60}} its (?:{ADJ})(?P<what>option|(?:sub-?)?licen[cs]e)(?! agreement)\b")),
    ("license-its-own", pattern(rf"(?P<R>{ORG})(?!['’])(?:(?! that )[^;\ue000-\ue7ff]){{0,60}}? (?:renew\w*|gave|giving|served|delivered|sent|terminat\w+|surrender\w*|relinquish\w*|declined|exercis\w+|allowed|lost|forfeited|gave up|let|lets|letting|extend)\b[^;\ue000-\ue7ff]{{0,50}}? (?:its|their) (?:{ADJ})(?P<what>option|(?:sub-?)?licen[cs]e)(?! agreement)\b")),
    ("license-acquisition", pattern(rf"\b(?:acquisition|purchase) of (?:[^;\ue000-\uefff]{{0,60}})?(?P<what>{DRUG}|rights?|patents)[^;\ue000-\ue7ff]{{0,60}} from (?:[Tt]he )?(?P<G>{ORGS})(?!['’])")),
    ("license-sale", pattern(rf"\b(?:sale|assignment|transfer) of (?:all |substantially all |the |its |our |worldwide )*(?P<what>rights?|assets|patents)[^;\ue000-\ue7ff]{{0,60}} to (?:[Tt]he )?(?P<R>{ORGS})(?!['’])")),
    ("license-paid-under", pattern(rf"\b(?:[Rr]oyalt\w*|[Pp]ayments?|[Mm]ilestones?|[Ff]ees?|[Rr]evenues?)\b[^;\ue000-\ue7ff]{{0,60}} from (?P<R>{ORG})(?!['’])[^;\ue000-\ue7ff]{{0,40}} under (?:(?:{ORG}|the|its|an?|that)(?:['’]s)?) (?:[\w-]+ ){{0,3}}?(?P<what>(?:sub-?)?licen[cs]e)")),
    ("license-paid-to-under", pattern(rf"\b(?:[Rr]oyalt\w*|[Pp]ayments?|[Mm]ilestones?|[Ff]ees?)\b[^;\ue000-\ue7ff]{{0,60}} to (?:[Tt]he )?(?P<G>{ORG})(?!['’])[^;\ue000-\ue7ff]{{0,40}} under (?:(?:{ORG}|the|its|an?|that)(?:['’]s)?) (?:[\w-]+ ){{0,3}}?(?P<what>(?:sub-?)?licen[cs]e)")),
    ("license-consideration-to", pattern(rf"(?:consideration (?:of|for)|return for|exchange for) (?:the|this|an?) (?:{ADJ})(?P<what>licen[cs]e|rights)\b[^;]{{0,140}} to (?:[Tt]he )?(?P<G>{ORG})(?!['’])")),
    ("license-option-granted", pattern(rf"(?P<R>{ORG})(?!['’])[^;\ue000-\ue7ff]{{0,160}} (?:under|pursuant to) (?:the|an) (?P<what>option),? (?:that |which )?(?P<G>{ORG}) (?:had |has )?(?:granted|gave|sold)")),
    ("license-licensor-apposed", pattern(rf"(?P<G>{ORGS}),? (?:is |was |as |remains |which is )?(?P<R>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:{ADJ})(?P<what>licensor)\b")),
    ("license-noun-to", pattern(rf"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]hat|[Tt]his) (?:{ADJ})(?P<what>(?:sub-?)?licen[cs]e)(?: (?:granted|given|issued))? to (?:[Tt]he )?(?P<R>{ORGS})(?!['’]|\uf8fe)")),
    ("license-fee-paid", pattern(rf"(?P<R>{ORG}) (?:has |had |have )?(?:paid|pays) (?P<G>{ORG}) (?:an? |the )?[^;\ue000-\ue7ff]{{0,30}}(?P<what>(?:license|licence|option) (?:issue )?fee|(?:license |licence )?issue fee)")),
    ("license-under-granted", pattern(rf"(?P<R>{ORG})[^;\ue000-\ue7ff]{{5,140}} (?:under|pursuant to|by virtue of|through|by) (?:an?|the) (?:{ADJ})(?P<what>(?:sub-?)?licen[cs]e),? (?:that |which )?(?P<G>{ORG}) (?:had |has |have )?(?:granted|gave|given)")),
    ("license-licensee-of", pattern(rf"(?P<R>{ORGS})(?:,| is| are| was| were| became| become| remain| remains| as| the| an?| now|,? {ADVERB})* (?:{ADJ})(?P<what>(?:sub-?)?licensees?),? (?:of|for [^;\ue000-\ue7ff]{{2,40}} of|under [^;\ue000-\ue7ff]{{2,60}} (?:with|from)) (?:[Tt]he )?(?P<G>{ORG}(?:,? (?:and )?(?:of )?(?:[Tt]he )?{ORG})*)(?!['’])")),
    ("license-our-licensee", pattern(rf"(?P<G>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:{ADJ})(?:\w+ )?(?P<what>(?:sub-?)?licensee),? (?P<R>{ORGS})(?!['’])")),
    ("license-licensee-apposed", pattern(rf"(?P<R>{ORGS}),? (?:(?:as|is|was|has|had|been|becomes|became|remains|still|only|moreover|until then|for years|will be|which is|{ADVERB}),? )*(?P<G>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:{ADJ})(?:\w+ )?(?P<what>(?:sub-?)?licensee)")),
    ("license-licensee-apposed", pattern(rf"(?P<R>{ORG}), (?:now |the |an? |currently )*(?:{ADJ})(?P<what>(?:sub-?)?licensee) (?:for|in|since|under)\b")),
    ("license-became-licensee", pattern(rf"(?P<R>{ORGS})(?:,? {ADVERB})* (?:becomes?|became|is|was|has been|acts? as|as)(?: appointed| named| designated)?(?: as)? (?:the |an? |now the )*(?:{ADJ})(?P<what>(?:sub-?)?licensee)\b(?! of [\ue000-\ue7ff])")),
    ("license-as-licensee", pattern(rf"(?P<R>{ORGS}),? (?:will|may|shall|to) [^;\ue000-\ue7ff]{{5,160}}, as (?P<G>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:{ADJ})(?P<what>(?:sub-?)?licensee)")),
    ("license-as-licensor", pattern(rf"(?P<G>{ORGS}),? (?:as )(?:the )?(?P<what>licensor|assignor|sublicensor|seller),?[^;]{{0,60}}? (?P<R>{ORGS}),? (?:as )(?:the )?(?:sub-?licensee|licensee|assignee|buyer|purchaser)")),
    ("license-as-licensee-licensor", pattern(rf"(?P<R>{ORGS})(?:,? as| is)(?: the)? (?P<what>(?:sub-?)?licensee),? and (?P<G>{ORGS})(?: the|,? as(?: the)?)? (?:sub-?)?licensor")),
    ("license-option-of", pattern(rf"(?P<what>option) (?:of|held by) (?P<R>{ORGS}) (?:to|over|on|for|in respect of) ", re.I)),
    ("license-option-that", pattern(rf"(?P<what>option|(?:sub-?)?licen[cs]e|exclusive rights?) (?:that|which) (?P<R>{ORGS}) (?:had |has |have )?(?:bought|purchased|obtained|acquired|held|holds|took|enjoyed|enjoys)\b(?:[^;\ue000-\ue7ff]{{0,50}} from (?:[Tt]he )?(?P<G>{ORG})(?!['’]))?", re.I)),
    ("license-gives", pattern(rf"(?:agreement|instrument|contract|amendment|letter|license|licence)\b(?: with {ORG})?[^;.\ue000-\ue7ff]{{0,90}}? (?:gives|gave|grants|granted|has given|confers|conferred|provides|provided|allows|allowed) (?:to )?(?P<R>{ORGS})(?!['’]) (?:with )?(?P<what>[^;]{{0,60}}?(?:exclusive|licen[cs]e|rights|option))", re.I)),
    ("license-under-which", pattern(rf"licen[cs]e agreement\b[^;]{{0,60}}(?:under|by|pursuant to) which (?P<R>{ORGS}) (?:will|may|shall|is to|can) (?:develop|market|sell|commerciali[sz]e|register|make|distribute|manufacture)(?P<what>)", re.I)),
    ("license-right-of", pattern(rf"(?P<R>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:{ADJ})(?P<what>right to (?:develop|sell|market|commerciali[sz]e|use|make|manufacture|distribute|practi[sc]e)\b|(?:exclusive|licen[cs]ed) territory)")),
    ("license-paid-for", pattern(rf"(?P<R>{ORG}),? (?:{ADVERB} )*(?:paid|pays|is to pay|will pay|agreed to pay|remitted)(?: (?:to )?(?P<G>{ORG}))?[^;\ue000-\ue7ff]{{0,70}} (?:for|in exchange for|in return for) (?:the |an? )?(?:[\w-]+ ){{0,2}}(?P<what>right to (?:choose|take|acquire|obtain|license|elect)|(?:exclusive |non-exclusive )*option|(?:exclusive |non-exclusive )*licen[cs]e)\b")),
    ("license-holder", pattern(rf"(?P<R>{ORG})['’]s? (?:{ADJ})(?P<what>(?:sub-?)?licen[cs]e) (?:to|for|of|on|covering) (?={DRUG})")),
    ("license-paid-for", pattern(rf"(?P<R>{ORG}),? (?:{ADVERB} )*(?:paid|pays) (?P<G>{ORG})[^;\ue000-\ue7ff]{{0,60}} (?:under|pursuant to) (?:an?|the|its|their) (?:{ADJ})(?P<what>option|(?:sub-?)?licen[cs]e)(?: and licen[cs]e)?(?: agreement)?\b")),
    ("license-rights-come", pattern(rf"(?P<R>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:{ADJ})(?P<what>rights?|licen[cs]e) (?:[^;\ue000-\ue7ff]|[\ue000-\ue7ff]\uf8ff*\uf8fe){{0,80}} (?:comes?|came|derives?|derived|stems?|stemmed|flows?|flowed|originates?) (?:to {ORG} )?(?:solely |only |directly )?(?:from|through) (?:[Tt]he )?(?P<G>{ORGS})(?!['’])")),
    ("license-rights-with", pattern(rf"\b(?P<what>(?:exclusive|sole|commercial|development|marketing|worldwide|all|the|these|those) (?:sole )?rights?|exclusive licen[cs]e)\b[^.;\ue000-\ue7ff]{{0,90}} (?:now )?(?:sits?|rests?|belongs?|resides?|lies?|lay|passed|went|goes) (?:now |solely |exclusively )?(?:with|to) (?P<R>{ORG})(?!['’])", re.I)),
    ("license-to-which", pattern(rf"(?P<R>{ORGS})(?:, [A-Z]\w+)?,? to (?:which|whom) (?P<G>{ORG})[^;\ue000-\ue7ff]{{0,40}}? (?P<what>(?:sub)?licen[cs]ed|granted|gave|assigned|had (?:licensed|granted))")),
    ("license-from-which", pattern(rf"(?P<G>{ORGS})(?:, [A-Z]\w+)?,? from (?:which|whom) (?P<R>{ORG})[^;\ue000-\ue7ff]{{0,60}}? (?P<what>(?:sub)?licen[cs]ed?|rights|option)")),
    ("license-owned-held", pattern(rf"owned by (?:[Tt]he )?(?P<G>{ORG})[^;\ue000-\ue7ff]{{0,20}} (?:held by|licen[cs]ed (?:exclusively )?to) (?P<R>{ORG})(?P<what>)")),
    ("license-listed-from", pattern(rf"^(?:-|•|·|;)? ?from (?:[Tt]he )?(?P<G>{ORG}),?[^;\ue000-\ue7ff]{{0,50}} (?P<what>licen[cs]e|rights)", re.I)),
    ("license-one-to", pattern(rf"(?P<G>{ORG}) (?:has |had |have )?(?:made|granted|given|issued|signed) (?:one|a|an|only one|two) (?P<what>(?:sub)?licen[cs]e)[^;\ue000-\ue7ff]{{0,120}} to (?:[Tt]he )?(?P<R>{ORGS})")),
    ("license-licensor-under", pattern(rf"(?P<G>{ORGS})[^;.]{{0,40}} (?:is|are) (?:each )?(?:an? |the |our |co-)*(?P<what>licensors?)\b")),
    ("license-succeeded-consent", pattern(rf"consent of (?:[Tt]he )?(?P<G>{ORG})[^;\ue000-\ue7ff]{{0,20}},? (?P<R>{ORG}) (?:took over|succeeded|was substituted|steps in|stepped in|stands|became|was accepted) (?:as )?(?:the )?(?P<what>licensee)")),
    ("license-succeeded", pattern(rf"(?P<R>{ORG}) (?:took over|succeeded|was substituted|steps in|stepped in|stands) as (?:the )?(?P<what>licensee)")),
    ("license-until-choose", pattern(rf"(?:gave|gives|given|allows|allowed|has|have) (?P<R>{ORG})? ?(?P<what>until [^;]{{4,40}} to (?:decide|choose|elect|exercise|take|notify|extend)) [^;]{{0,60}}(?:licen|option|rights?)", re.I)),
    ("license-partner", pattern(rf"(?P<R>{ORG}|\b[Ii]t) (?:has )?(?:became|becomes|become|is|was) (?P<G>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:[\w-]+ ){{0,4}}(?P<what>partner) for (?={DRUG})")),
    ("license-option-from", pattern(rf"(?P<R>{ORGS}) [^;\ue000-\ue7ff]{{0,100}}(?P<what>option)[^;\ue000-\ue7ff]{{0,120}} (?:to )?(?:obtain|acquire|receive|take) from (?:[Tt]he )?(?P<G>{ORGS})", re.I)),
)  # fmt: skip
_AGREED = r"(?:[Aa]greements?|[Ii]ndenture|AGREEMENT|[Ii]nstruments?|[Cc]ontracts?|[Dd]eed)\b"
_TITLED = (
    rf"(?:{_AGREED}|[Ll]etter of [Ii]ntent|[Tt]erm [Ss]heet|[Mm]emorandum of [Uu]nderstanding|[Hh]eads of [Tt]erms)"
)
_PAIRS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("license-agreement-between", pattern(rf"(?P<title>{_AGREED})[^;]{{0,120}}? (?:between|among|by and between) (?:[Tt]he )?(?P<A>{ORG}),? (?:as \w+,? )?and (?:[Tt]he )?(?P<B>{ORG})(?!['’])")),
    ("license-agreement-signed", pattern(rf"(?P<A>{ORG}),? and (?:[Tt]he )?(?P<B>{ORG})(?:,? {ADVERB}|,? (?:on|in) [^;\ue000-\ue7ff]{{3,30}}?|,? (?:as )?part[^;\ue000-\ue7ff]{{3,40}}?)*,? (?:entered|signed|sealed|inked|struck|executed|concluded|made|agreed|became|are|were|have|had|replaced|renewed|extended|restated|terminated|cancelled|rescinded|amended|closed|announced|settled|reached|completed|established|formed|set out|have set)\b(?P<title>[^;]{{0,150}}?(?:{_TITLED}|\b(?:an?|the) (?:{ADJ})(?:sub-?)?licen[cs]e\b)|)")),
    ("license-agreement-with", pattern(rf"(?P<title>{_TITLED}|[Ll]icen[cs]es?|[Ss]ublicen[cs]es?|[Cc]ollaboration|[Pp]artnership|[Oo]ption)\b(?:,? (?:dated|of|made|effective|signed|executed|entered into|as of|as amended|on|in|for|concerning|relating to|covering) [^;\ue000-\ue7ff]{{2,70}}?)*,? (?:that (?:\w+ ){{1,4}}(?:signed|entered into) )?with (?:[Tt]he )?(?P<B>{ORG})(?!['’])")),
    ("license-agreement-signed", pattern(rf"(?P<A>{ORG})(?<!\uf8fe)(?!['’])(?:,? {ADVERB})* (?:joined|teamed|partnered|allied itself|associated itself|combined|linked)(?: up| forces| hands)? with (?:[Tt]he )?(?P<B>{ORG})(?!['’])[^;\ue000-\ue7ff]{{0,40}} (?:in|on|under|by) (?P<title>(?:an?|the) [^;\ue000-\ue7ff]{{0,60}}?(?:{_TITLED}|[Cc]ollaboration))")),
    ("license-with-which", pattern(rf"(?P<B>{ORG}),? with (?:which|whom) (?:it|they|(?P<A>{ORG}))(?: {ADVERB})* (?:entered into|signed|executed|concluded|made|has|had|have)(?P<title>[^;]{{0,80}}?{_TITLED})")),
    ("license-named", pattern(rf"(?:^|[.;] |\b)[Tt]he (?P<B>{ORG}) (?P<title>(?:sub)?licen[cs]e|option|collaboration|(?:license |option |collaboration )?agreement)\b")),
    ("license-notice", pattern(rf"(?P<A>{ORG})(?: {ADVERB}| is| was)* (?:giving|given|gives|notified|informed|gave notice to|served notice on|advised|gave) (?P<B>{ORG})[^;]{{0,100}}? (?:terminat\w+|cancel\w*|ending|ends?|exercis\w+)[^;]{{0,40}}? (?P<title>(?:[\w-]+ ){{0,3}}(?:[Ll]icen[cs]e|[Ss]ublicen[cs]e|[Oo]ption|[Cc]ollaboration)(?: [Aa]greement)?)")),
    ("license-agreement-by", pattern(rf"[Bb]y (?:an? )?(?P<title>(?:[\w&/,-]+ ){{0,7}}{_AGREED})(?:,? (?:dated|of|made|executed|signed) [^;,\ue000-\ue7ff]{{2,40}})?,? (?:(?P<A>{ORG}) and )?(?:with )?(?P<B>{ORG})(?!['’])")),
)  # fmt: skip
_NOMINAL_FAMILY, _PAIR_FAMILY = Family(_NOMINAL), Family(_PAIRS)


_PASSED_WHOLE = late(r"^all (?:of )?(?:the )?rights? (?:in|to)\b.{0,90}\b(?:passed|went|goes)\b", re.I)
_FIRST_PERSON = late(r"(?:we|us)\b", re.I)
"""Who never has "its" licence: in "we terminated its license" it is another's."""


def noun_events(sentence: Sentence) -> Iterator[Event]:
    shape = sentence.shape
    for rule, frame in _NOMINAL_FAMILY.possible(shape):
        for match in frame.finditer(shape):
            named = match.groupdict()
            givers, takers = named_in(sentence, named.get("G")), named_in(sentence, named.get("R"))
            missing = named.get("R") in ("it", "It")
            if givers and takers and set(givers) & set(takers):
                continue
            if rule == "license-its-own" and _FIRST_PERSON.match(sentence.text, match.start("R")):
                continue
            start, end = clause_of(shape, match.start())
            kind = (
                "assignment"
                if (rule == "license-passed"
                and named["what"].lower() in ("ownership", "title"))
                or (rule == "license-rights-with" and _PASSED_WHOLE.search(match[0]))
                or rule in ("license-acquisition", "license-sale", "license-completed-sale")
                else kind_of(named.get("what") or "")
            )
            status = "amended" if rule.startswith("license-succeeded") else None
            yield Event(start, max(end, match.end()), rule, givers, takers, (), kind, match.start(), missing, status)


_ROSTER = gated(
    rf"({ORG})(?:['’]s?|(?<=\uf8fe)) (?:{ADJ})(?P<role>(?:sub-?)?licensees|licensors) (?:are|include|were|today are|now are),?(?= )"
)


def roster_events(sentence: Sentence) -> Iterator[Event]:
    """ "Our licensees are A, for Europe, and B, for Japan": each is a licence of its own."""
    match = _ROSTER.search(sentence.shape)
    if not match:
        return
    own = named_in(sentence, match[1])
    for found in re.finditer(ORG, sentence.shape[match.end() :]):
        other = tuple(o for o in named_in(sentence, found[0]) if o not in own)
        roles = (other, own) if match["role"] == "licensors" else (own, other)
        if other:
            at = match.end() + found.start()
            yield Event(at, len(sentence.shape), "license-roster", *roles, (), kind_of(match["role"]), at)


def pair_events(sentence: Sentence) -> Iterator[tuple[Event, str]]:
    shape = sentence.shape
    for rule, frame in _PAIR_FAMILY.possible(shape):
        for match in frame.finditer(shape):
            named = match.groupdict()
            one, two = named_in(sentence, named.get("A")), named_in(sentence, named.get("B"))
            if not two or set(one) & set(two):
                continue
            opening = re.split(r"[;:.()“”\"]", sentence.text[max(0, match.start("title") - 70) : match.start("title")])[
                -1
            ]
            title = opening + sentence.text[match.start("title") : match.end("title")]
            start, end = clause_of(shape, match.start())
            yield Event(start, end, rule, (), (), one + two, None, match.start()), title
