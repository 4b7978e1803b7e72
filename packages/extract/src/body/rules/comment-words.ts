/** «Reply», «Report», «رد», alone or with each other. */
export const REPLY =
  /^(?:reply|report(?: abuse)?|flag|like|share|quote|répondre|signaler|j.aime|citer|antworten|melden|responder|denunciar|rispondi|reageer|svar[ae]?|cevapla|yanıtla|ответить|відповісти|odpowiedz|απάντηση|הגב|תגובה|جواب دیں|رد|الرد|ردّ|أعجبني|إبلاغ|تبليغ|پاسخ|[\s\d()·|,.+-])+$/iu;
/** The same in more languages: a word for comments with whose or how many they are, or with the deed of writing one. */
const HEADINGS_ABROAD =
  '(?:les |las |le |gli |as |os |los )?(?:opini(?:ones|ões|oni)|avis) (?:de (?:los|nuestros|nos)|des|dei|dos) (?:lectores|lecteurs|internautes|leitores|lettori)|réagir(?: à (?:cet article|ce sujet))?|(?:i |os |los |gli |\\p{N}+ )?(?:commenti|comentarios?|comentários?|reacties?)(?: (?:dei|de (?:los|nuestros)|dos|van) (?:lettori|lectores|leitores|lezers))?|(?:lascia|scrivi|aggiungi) (?:un|il tuo) commento|(?:deja|deje|escribe|añade) (?:un|tu|su) comentario|(?:deixe|deixa|escreva|adicione) (?:um|o seu) comentário|(?:plaats|schrijf) een reactie|(?:okuyucu |\\p{N}+ )?yorum(?:lar|ları|unuz)?(?: yap(?:ın)?| yaz(?:ın)?)?|(?:\\p{N}+ |ваши |(?:оставить|написать|добавить) (?:свой )?)?(?:комментари|коментар)\\p{L}*(?: читател\\p{L}+| читач\\p{L}+)?|(?:залишити|додати) коментар|(?:\\p{N}+ |(?:dodaj|napisz) )?komentarz\\p{L}*(?: czytelników)?|(?:\\p{N}+ )?σχόλι(?:α|ο)(?: αναγνωστών)?|γράψτε (?:ένα |το )?σχόλιο|(?:\\p{N}+ )?תגוב(?:ות|ה)(?: הקוראים)?|(?:הוסף|הוסיפו|כתבו) תגובה|(?:\\p{N}+ )?(?:دیدگاه|نظر)(?:\\u200c?(?:ها|ات))?(?:\\u200c?ی)?(?: (?:خود|شما|کاربران|خوانندگان|مخاطبان)[^.!?]{0,20})?|(?:\\p{N}+ )?تبصر(?:ے|ہ)(?: کریں)?|اپنی رائے[^.!?]{0,20}';
const ABROAD = new RegExp(`^[^\\p{L}\\p{N}]*(?:${HEADINGS_ABROAD})\\P{L}*$`, 'iu');
/** The heading over what readers wrote. */
const HEADING =
  /^\P{L}*(?:what you (?:said|say|think|told us)|ce que vous en (?:dites|pensez)|das (?:sagen|meinen) sie|diskussion(?: zu (?:diesem artikel|diesem beitrag|diesem thema))?|thoughts? on|(?:replies|responses|reactions) to|(?:vos |les |une? |aucun )?(?:réactions?|commentaires?)|(?:(?:ils|elles) ont|vous avez) (?:réagi|écrit|commenté)|(?:reader |user |one |no )?comments?|responses?|(?:join )?(?:the )?(?:discussion|conversation)|qu.en pensez.vous|réagissez(?: à (?:cet article|ce sujet))?|(?:les )?lecteurs (?:réagissent|écrivent|répondent)|have your say|(?:what )?(?:our )?readers? (?:respond|react|say|said|write|wrote|think)|(?:علق|علّق|أضف تعليق)|(?:donnez |laissez )?votre avis|(?:vos |les )?avis(?: des lecteurs)?|(?:vos|your|le|our|reader.?s.?|ihre|sus) (?:messages|mots|opinions?|letters|lettres|briefe|cartas)|leserbriefe?|courrier des lecteurs|cartas al director|رسائل القراء|بريد القراء|le mot des lecteurs|on en parle|débat(?:tez)?|(?:ال)?(?:مناقش(?:ة|ات)|نقاش)|what do you think|your (?:thoughts|opinion)|\d+ (?:thoughts?|replies|answers|réponses|messages)(?: (?:on|to|à|sur) .{0,30})?$|(?:شاركنا|شاركونا|شارك) (?:رأيك|رأيكم|برأيك|بتعليق\p{L}*)|ما رأيك|(?:leser)?kommentare?|comentarios?|comentários?|commenti|reacties|yorumlar|комментари[ийе]|(?:ال)?(?:تعليق(?:ات|ان|ا)?|تعاليق)(?: القراء)?|آراؤكم|ردودكم|(?:آراء|ردود|تعليقات) (?:القراء|الزوار|زوارنا|المتابعين|قرائنا)|نظرات)(?:\P{L}|sur |on |to |zu |de |على |$)/iu;
/** What stands over a part of a paper or a council's minutes too. */
export const IS_TOLD_TOO =
  /^\P{L}*(?:\d[\d.]*\s)?(?:the )?(?:discussions?|débats?|diskussion|discusión|discussione|debates?|responses?|reactions?|réactions?|(?:ال)?(?:مناقش(?:ة|ات)|نقاش))\P{L}*$/iu;
/** The same in any words: readers, and what they do. */
const READERS_SAY =
  /^(?=.*(?<!\p{L})(?:readers?|lecteurs|lect(?:rices|ores)|leit(?:ores|oras)|lettori|leser\p{L}*|lezers|القراء|الزوار|قراؤنا)(?!\p{L}))(?=.*(?<!\p{L})(?:comment(?:s|aires?)?|comentarios?|kommentare|parole|coin|courrier|tribune|voix|mots?|forum|mailbag|postbag|corner|voices?|post|forum|rincón|buzón|voz|correio|posta|angolo|says?|said|think|write|wrote|react|respond|repl(?:y|ied)|disent|pensent|écrivent|réagissent|répondent|dicen|opinan|piensan|escriben|responden|dizem|opinam|pensam|escrevem|dicono|pensano|scrivono|sagen|meinen|schreiben|denken|zeggen|vinden|يقول|قال|كتب|يعلق|رأي|آراء))/iu;
/** Whether a line is a word for what readers wrote. */
export const isCalledReaders = (text: string): boolean => HEADING.test(text) || ABROAD.test(text);
/** Whether a line stands over what readers wrote. */
export const isHeadingOfReaders = (text: string): boolean =>
  isCalledReaders(text) || READERS_SAY.test(text);
/** What sites say of readers' words, at the end of the text. */
const RULES =
  /(?:الآراء|الاراء|آراء)\s.{0,30}(?:لا ?تعبر|لا ?تمثل|لا ?تعكس|تعبر عن (?:رأي |آراء )?أصحابها)|(?:مراجعة|مراقبة|حذف|إدارة) (?:ال)?تعليقات|(?:الآراء|الاراء).{0,60}التعليقات|(?:التعليقات|التعليق|المشاركات).{0,80}(?:لا ?تلزم|لا ?تعبر|لا ?يعبر|لا تمثل|تعبر عن (?:رأي |آراء )?(?:أصحابها|كاتبها|كتابها))|commentaires?.{0,80}(?:n.engagent|ne reflètent|n.expriment|sont modérés|responsabilité de leurs auteurs)|comments?.{0,80}(?:do not (?:necessarily )?(?:reflect|represent)|are moderated|views of (?:their|the) (?:authors?|readers?))|(?:comentarios|opiniones).{0,80}(?:no reflejan|no representan|responsabilidad de (?:sus|los) (?:autores|usuarios))/iu;
/** «3 thoughts on “…”»: with the headline in it, it is as long as that. */
export const COUNTED =
  /^\d+ (?:thoughts?|replies|reply|responses?|comments?|réponses?|commentaires?|réactions?) (?:on|to|à|sur) /iu;
/** What sites ask of those who write, in the last lines: a word for comments and one for rules. */
const NAMED =
  /(?:\b(?:your|a|all|post|leave|any|keep|in the) (?:new )?comments?|\bcomments (?:are|that|must|will|should|represent|may)|commentaires?|comentarios?|kommentare?|(?:les|vos|tout(?:e|es|s)?) (?:messages|posts|contributions|propos))(?!\p{L})|تعليق|تعاليق|(?:شروط|قواعد) (?:النشر|التعليق)/iu;
const RULED =
  /logged in|log in to|register|moderat|remove|delete|abus|civil|rules|reserve the right|responsibility|connectée?s?|inscri|modér|supprim|courtois|charte|haineux|injur|respons|publiés?\.|dürfen|gelöscht|registrad|moderad|تسجيل الدخول|لن ينشر|يحذف|حذف|مخالف|الإساءة|المسيئة|آداب|لا يعبر|لا تعبر/iu;
/** «On 3 May at 10:12, jo wrote: …», «Jo says:», «jo, 2 days ago». */
export const SAID =
  /^[^.!?]{0,70}(?:a (?:écrit|dit|commenté)|écrit|wrote|says|said|commented|schrieb|schreibt|sagt|escribió|dijo|ha scritto|scrive|disse|escreveu|كتبت?|يقول|تقول|قالت?|علقت?)\s*[:：]|^\d{1,3}\s*[-–.)]\s*[^:!?]{2,30}[:：]|^\p{Lu}[^.!?:«"“]{1,40}[:：]\s*[«"“]|^[^!?،]{2,40}?[\s,·–—-]+(?:\d+ \p{L}+ ago|an? \p{L}+ ago|yesterday|il y a \p{N}+ \p{L}+|hier|vor \d+ \p{L}+|gestern|hace \d+ \p{L}+|ayer|\p{N}+ \p{L}+ (?:fa|önce|назад|тому|geleden|temu|پیش|قبل)|há \p{N}+ \p{L}+|dün|вчера|вчора|ieri|ontem|gisteren|دیروز|\d{1,2}\.? (?:de )?\p{L}{3,10}\.?(?: \d{4})?$|منذ \p{L}+|قبل \p{L}+|أمس)(?!\p{L})|^[^.!?،:«"“]{2,30}\s(?:[-–—|·(]\s?\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{2,4}|\.? (?:de )?\p{L}{3,10},? \d{4})(?!\d)|\(\d{1,2}[/.-]\d{1,2}[\s)])/iu;
/** «#1 Jane le 9/3/2025»: a number, a name and a day before what was said. */
export const COUNTED_SAID =
  /^#?\d{1,3}[\s.)-]+\p{L}[^.!?:]{1,30}?\s(?:(?:le|on|am|el|il|em|في|بتاريخ)\s)?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)/iu;
/** «1 - Jane:», «Jane :», «Jane –» before what was said. */
export const NAMED_FIRST =
  /^\P{L}{0,4}(?:\d{1,3}\s?[-–.)]\s?)?\p{L}[\p{L}’'._-]*(?: \p{L}[\p{L}’'._-]*){0,3}(?: \d{1,4})?\s?(?:[:：]|\s[–—-]\s)\s?\S/u;
/** «… in years. – Mrs D. Quill»: who wrote, at the end. */
export const SIGNED = /[.!?…»”"]\s*[–—-]\s*\p{Lu}[\p{L}.’' -]{2,38}$/u;
/** «Comments (2)» where no element parts it from the first of them. */
export const LABELLED =
  /^\P{L}*(?:(?:voir|afficher|lire|show|view|see|read|ver|mostra|عرض|شاهد|اقرأ) (?:les |tous les |all |los |i )?)?(?:comments?|commentaires?|réactions?|kommentare?|comentarios?|comentários?|commenti|reacties|(?:عدد )?(?:ال)?تعليق(?:ات)?)\s*[:：]?\s*[([]\s*[\d٠-٩]+\s*(?:comments?|commentaires?|réactions?|تعليقا?(?:ت|ات)?)?\s*[)\]]/iu;

/** What a form to write one says: whose address is not shown, and what the form is for. */
const FORM =
  /(?:e-?mail|adresse|correo|بريدك?)[^.!?]{0,50}(?:will not be published|ne sera pas publiée|no será publicad[oa]|wird nicht veröffentlicht|لن يتم نشر)|لن يتم نشر عنوان بريدك|^\P{L}*(?:(?:leave|post|write|add) (?:a|your) (?:comment|reply)|(?:laisse[rz]|écri(?:re|vez)|ajoute[rz]|déposer) un commentaire|commenter (?:cet article|ce sujet)|signaler un (?:abus|commentaire)|deja un comentario|schreibe einen kommentar|(?:اترك|أضف|اكتب) (?:تعليقا?|ردا?))\P{L}*$/iu;
/** None yet, how many, or how to write one. */
const NONE =
  /^\P{L}*(?:\d+|aucun|pas de|no|soyez (?:le|la) premi(?:er|ère) à|be the first to|(?:connectez|identifiez|inscrivez)-vous pour|(?:log|sign) in to|(?:لا توجد|ليست هناك|لا يوجد)|(?:كن|كوني) أول من|(?:سجل|سجلوا) (?:ال)?دخول\p{L}* (?:ل|من أجل))\s*(?:commentaires?|comment(?:er|s)?|réagir|réactions?|(?:أي )?(?:ال)?تعليق(?:ات)?|ت?يعل?ّ?ق|التعليق)(?!\p{L}).{0,40}$/iu;

/** Whether a line stands over what readers wrote, or over the form to write it in. */
export const isOverReaders = (text: string): boolean => isHeadingOfReaders(text) || FORM.test(text);

/** Whether a line says what sites ask of those who write, or whose words those are. */
export const asksReaders = (text: string): boolean =>
  RULES.test(text) || NONE.test(text) || FORM.test(text) || (NAMED.test(text) && RULED.test(text));
