const ARTICLE = String.raw`(?:(?:une?|an?|un[ao]?|uma|eine?)\s)?`;

/** What kind of text somebody wrote, for a pattern: «un reportage», «Ein Beitrag», «una información». */
export const A_KIND_OF = `${ARTICLE}(?:guest (?:post|article|column|essay|blog)|gastbeitrag|correspondance(?: particulière| spéciale)?|reportage|enquête|récit|entretien|interview|analyse|décryptage|tribune|opinion|article|text[eo]?|testo|papier|billet|chronique|dossier|portrait|synthèse|story|report|feature|analysis|beitrag|artikel|bericht|palabras|palavras|crónica|crônica|reportaje|reportagem|entrevista|intervista|información|informe|nota|noticia|notícia|pieza|trabajo|relato|artículo|servizio|articolo|inchiesta)`;

/** What was done to it, before «by» in the same language. */
export const DONE_BY = String.raw`(?:(?:(?:article|dossier|texte|reportage|entretien)\s)?(?:[ée]crite?|r[ée]dig[ée]e?|r[ée]alis[ée]e?|publi[ée]e?|soumise?|anim[ée]e?|présentée?|propos recueillis) par|(?:written|posted|submitted|published|story|reported?|reporting|hosted|presented|narrated) by|(?:geschrieben|verfasst|veröffentlicht|erstellt) von|(?:enviad|publicad|escrit|redactad|realizad|presentad|apresentad)[oa] por|(?:pubblicat|scritt|redatt|realizzat|inviat)[oa] da)`;
