import { PICTURE_CREDIT } from '../../picture-words.ts';
import { isReported } from './reported.ts';
import { RESERVED } from './rights-words.ts';
import { isTools } from './tool-words.ts';

/** How often a page was seen. */
const COUNTER =
  /^\P{L}*(?:\p{Nd}[\p{Nd}\s.,٬]*[kKmM]?\s*(?:vues?|views?|lectures?|reads?|visites?|hits|visitas|visualizaciones|visualizações|visualizzazioni|aufrufe|keer bekeken|görüntülenme|kez okundu|просмотр(?:ов|а)?|перегляд(?:ів|и)?|wyświetle(?:ń|nia?)|odsłon|προβολές|צפיות|بازدید|بار دیکھا گیا|مشاهدة|مشاهدات|قراءة|قراءات|زيارة|زيارات)|(?:(?:nombre de |عدد )?(?:vues|lectures|visites|visiteurs|views|hits|(?:ال)?مشاهدات|(?:ال)?قراءات|(?:ال)?زيارات|(?:ال)?قراء|(?:ال)?زوار|(?:تعداد )?بازدید|просмотров|переглядів|wyświetleń|görüntülenme|צפיות|προβολές)|lu|vu|viewed|read|прочитано)\P{L}{0,3}\p{Nd}[\p{Nd}\s.,٬]*(?:fois|times|раза?|مرة|مرات)?)(?:\P{L}+(?:\p{Nd}+\s*(?:commentaires?|comments?|partages?|shares?|تعليق(?:ات)?|مشاركة|مشاركات)))?\P{L}*$/iu;

/** The same as a sentence, or at the end of one. */
const COUNTED =
  /(?<!\p{L})(?:lue?|vue?|read|viewed|gelesen|leíd[oa]|lid[oa]|letto) \p{N}[\p{N}\s.,]* (?:fois|times|mal|veces|vezes|volte)(?!\p{L})|^\P{L}*(?:aufrufe|visitas|visualiza\p{L}+)\s*[:：]\s*\p{N}|^\P{L}*(?:تم(?:ت)? (?:تصفح|قراءة|مشاهدة|زيارة|الاطلاع على)|قرئ|شوهد|(?:cet? (?:article|page) a été |article )?(?:lue?|vue?|consultée?) (?:par )?(?=\p{Nd})|(?:this (?:article|page|post) (?:has been|was) )?(?:read|viewed|seen) (?:by )?(?=\p{Nd})).{0,40}\p{Nd}[\p{Nd}\s.,٬]*\s*(?:fois|times|people|readers|internautes|lecteurs|مرة|مرات|قارئ|زائر)?\P{L}*$/iu;

/** How long it takes to read. */
const READ_IN =
  /^\P{L}*(?:(?:temps|durée) de lecture|lecture\P{L}{0,4}\p{Nd}|reading time|time to read|\p{Nd}+\s*min(?:ut[eoi]s?)?\.?\s*(?:read|de lecture|lesezeit|di lettura|de lectura)|lesezeit|leestijd|tiempo de lectura|tempo di lettura|tempo de leitura|lästid|okuma süresi|время (?:на )?чтени[яе]|час читання|czas czytania|χρόνος ανάγνωσης|זמן קריאה|(?:زمان|مدت) مطالعه|پڑھنے کا وقت|\p{Nd}+\s*(?:min(?:ut(?:en|a|y)?)?\.?|мин(?:ут[аы]?)?\.?|хв(?:илини?)?\.?|dk\.?|dakika|λεπτά|דקות|دقیقه|منٹ) (?:leestijd|чтения|читання|czytania|okuma|ανάγνωσης|קריאה|مطالعه)|(?:مدة|وقت|زمن) (?:ال)?قراءة|(?:ال)?قراءة\P{L}{0,3}دقيق(?:ة|تين|تان)\P{L}*$|(?:ال)?قراءة\P{L}*\p{Nd}+\s*(?:د|دقيقة|دقائق|دقيقتان)\P{L}*$|\p{Nd}+\s*(?:min\p{L}*|دقيقة|دقائق) (?:لل)?(?:ال)?قراءة\P{L}*$)(?!\p{L})/iu;

/** Whose picture it is. */
const CREDIT = new RegExp(`^\\P{L}*(?:${PICTURE_CREDIT})\\s*[:：/©]\\s*\\S.{0,60}$`, 'iu');
const CREDIT_WORDS = 7;
/** More words that end as a sentence tell, unless they are called a credit. */
const NAME_WORDS = 4;
const CALLED_CREDIT = /^\P{L}*cr[ée]dit/iu;
const isCredit = (text: string): boolean => {
  const words = text.split(' ').length;
  if (words > CREDIT_WORDS || !CREDIT.test(text)) return false;
  return words <= NAME_WORDS || !/\.\s*$/u.test(text) || CALLED_CREDIT.test(text);
};

/** Who alone may read it, and where it stands in the paper. */
const BADGE =
  /^\P{L}*(?:(?:article |contenu )?(?:réservé aux|exclusif) abonnés|(?:for )?subscribers? only|members? only|nur für abonnenten|(?:solo|exclusivo) (?:para )?suscriptores|(?:خاص|حصري) (?:بالمشتركين|للمشتركين)|(?:publié|posté|classé) (?:dans|sous)\s*:?.{1,30}|(?:posted|published|filed) (?:in|under)\s*:?.{1,30})\P{L}*$/iu;

/** A letter by mail that the line is called by. */
const LETTER =
  /^\P{L}*(?:inscri(?:ption|vez-vous) à (?:la|notre|nos) (?:newsletters?|lettres?(?: d.information)?)|(?:sign up for|subscribe to) (?:our |the )?newsletter|(?:ال)?نشرة (?:ال)?(?:بريدية|إخبارية|الإخبارية))\P{L}*$/iu;

/** What a page is filed under, after the word for it. */
export const FILED =
  /^\P{L}*(?:mots?[- ]cl[eé]s?|[eé]tiquettes?|tags?|key ?words?|filed under|archivado en|temas|themen|topics|schlagw(?:o|ö)rte?r?|stichw(?:o|ö)rte?r?|palabras clave|palavras[- ]chave|etiquetas|parole chiave|argomenti|tópicos|trefwoorden|onderwerpen|etiketler|konular|теги|метки|темы|теми|ключев(?:ые|і) слова|ключові слова|tagi|tematy|słowa kluczowe|ετικέτες|תגיות|תגים|מילות מפתח|برچسب(?:\u200c| )?ها|کلید ?واژه(?:\u200c| )?ها|ٹیگز|(?:ال)?كلمات (?:ال)?(?:دلالية|دليلية|مفتاحية|مفاتيح)|(?:ال)?وسوم|(?:ال)?دلالات)(?!\p{L})\s*[:：]?/iu;

/** Whose text it is. */
const RIGHTS = new RegExp(
  String.raw`^\P{L}*(?:©|\(c\)\s?(?:copyright )?\d|copyright\s?[©\d(])|^\P{L}*(?:${RESERVED})(?!\s[^.]{0,40}\.\s*$)|^.{0,20}(?:無断(?:転載|複製)|(?:转载|轉載)(?:请|請|须|須)|(?:不得|禁止|谢绝|严禁)(?:擅自|任何)?(?:转载|轉載))`,
  'iu',
);

/** The ways to the piece before and the piece after, in one line. */
const NEIGHBOURS =
  /^\P{L}*(?:(?:article|actualité|billet|post|story|news|artículo|noticia) )?(?:précédente?|previous|prev|anterior|vorherige[rs]?)(?!\p{L}).*(?:suivante?|next|siguiente|próxim[oa]|nächste[rs]?)(?!\p{L})|^\P{L}*(?:(?:الخبر|المقال|المقالة|الموضوع) )?السابقة?(?!\p{L}).*(?:التالية?|الموالية?|القادمة?)(?!\p{L})/iu;

/** Where readers tell of what is wrong. */
const MISTAKEN =
  /^\P{L}*(?:report|signale[rz]|melde[nt]?|notificar?|segnala|reportar?|spotted|found|vous avez (?:vu|relevé|trouvé|repéré|remarqué|constaté)|une erreur|بلغ|الإبلاغ|وجدت|لاحظت)(?!\p{L})[^.]{0,40}(?:mistake|errors?|erreur|faute|fehler|errore|erro|typo|coquille|خطأ)|(?:fehler (?:entdeckt|gefunden|gesehen)|(?:spotted?|found|noticed) (?:a|an|any) (?:mistake|error|typo)|(?:repéré|trouvé|relevé|vu|remarqué) une (?:erreur|faute|coquille)|(?:encontr(?:aste|ado)|detect(?:aste|ado)|visto) un error|(?:وجدت|لاحظت|رصدت) خطأ|(?:нашли|заметили|увидели) (?:опечатк|ошибк)\p{L}+)[^?؟]{0,40}[?؟]|if you have (?:a complaint|any complaints?) about/iu;

/** Below a column: that it is not the house's view. */
const DENIES =
  /لا (?:ت|ي)?(?:عبر|مثل|عكس).{0,24}(?:رأي|آراء|وجهة نظر|موقف|سياسة)|n['’]engagent? que (?:leurs?|son|ses|l)|ne reflètent? pas (?:nécessairement|forcément)|(?:does|do) not (?:necessarily )?(?:reflect|represent) (?:the )?(?:views|opinions?|position)/iu;
/** What is published there, and by whom. */
const PUBLISHED =
  /مقال|مواد|ينشر|المنشور|كاتب|أصحاب|المحتوى|auteur|article|tribune|chronique|publi|opinion|author|column|writer/iu;
/** Whose views are whose. */
export const tellsViews = (text: string): boolean => DENIES.test(text) && PUBLISHED.test(text);

/** What systems for blogs say below an entry: when it was posted, by whom, and what it is filed under. */
const ENTERED =
  /^\P{L}*(?:this (?:entry|post|article) was (?:posted|published|written|filed|tagged)|(?:cette? (?:entrée|article|contenu|billet)) a été publiée?|die(?:ser) (?:eintrag|beitrag|artikel) (?:wurde|ist)(?=.{0,90}(?:veröffentlicht|geschrieben|gepostet|abgelegt|eingetragen))|est[ae] (?:entrada|artículo) (?:fue|ha sido|está) (?:publicad|escrit|archivad|etiquetad)[oa]|est[ae] (?:entrada|artigo|post) foi (?:publicad|escrit|arquivad)[oa]|quest[oa] (?:articolo|voce|post|elemento) è stat[oa] (?:pubblicat|scritt|inserit|postat)[oa]|dit (?:bericht|artikel) (?:werd|is) (?:geplaatst|gepubliceerd)|dette innlegget ble (?:publisert|skrevet)|detta inlägg(?:et)? publicerades|запись (?:опубликована|размещена)|ten wpis został|(?:نُ?شرت?|كُ?تبت?) هذ[اه] (?:ال)?(?:تدوينة|مقالة?|موضوع)|هذ[اه] (?:ال)?(?:تدوينة|مقالة?|منشور|موضوع) (?:نُ?شرت?|كُ?تبت?))(?!\p{L})/iu;
const FILES =
  /filed under|tagged|posted|bookmark|permalink|rss|feed|trackback|catégor|classé|marqué|permalien|kategorie|schlagwort|verschlagwortet|archivad|categor|etiquetad|marcad|enlace|contrassegnat|categori|permalink|categorie|getagd|kategori|рубрик|метк|kategori|تصنيف|وسم|ضمن|رابط/iu;
/** In which issue it was printed, and how one buys that. */
const PRINTED =
  /^\P{L}*(?:(?:(?:a version of )?this (?:article|story|piece|essay|review|interview)|ce(?:t|tte)? (?:article|texte|entretien|enquête)|dieser (?:artikel|text|beitrag)|est[ae] (?:artículo|reportaje|texto|entrevista|artigo|reportagem)|quest[oa] (?:articolo|intervista|testo)|(?:نشر )?هذ[اه] (?:ال)?(?:مقال|نص|تقرير|مادة|حوار)) .{0,40}(?:appear(?:s|ed)|was (?:first |originally )?(?:published|printed)|a été publiée?|est (?:d.abord )?parue?|paraît|erschien|ist .{0,30}erschienen|apareció|se publicó|fue publicad[oa]|foi publicad[oa]|saiu|è (?:uscit|appars|stat)[oa]|نُ?شرت?|في العدد)(?!\p{L}).{0,140})(?:issue|edition|in print|magazine|numéro|n°|édition|ausgabe|heft|número|edición|edição|revista|numero|edizione|العدد|عدد|مجلة)/iu;
/** Whether a line says how a system for blogs has entered the piece, or in which issue it stands. */
export const tellsEntry = (text: string): boolean =>
  (ENTERED.test(text) && FILES.test(text)) || PRINTED.test(text);

/** What readers gave a piece, and the asking for it. */
const RATED =
  /^\P{L}*(?:rate this (?:\p{L}+)|(?:average|your|user|reader) rating|(?:no |\d+ )?votes? (?:count|so far|yet)|be the first to (?:rate|vote|review)|click (?:on )?a star|(?:note|notez|évaluez|votez) (?:moyenne|cet? (?:article|billet|recette|page))|(?:aucun vote|soyez le premier à (?:noter|voter))|(?:bewerte|bewerten sie) (?:dies|den|das)|durchschnittliche bewertung|(?:valora|puntúa|vota) est[ae]|(?:puntuación|valoración|promedio) (?:media|de)|(?:valuta|vota) quest[oa]|voto medio|(?:avalie|vote) est[ae]|(?:média|classificação) (?:de|média)|(?:قيم|قيّم|تقييم) (?:هذا |هذه )?(?:ال)?(?:مقال|موضوع|خبر|وصفة)|متوسط التقييم)(?!\p{L})/iu;

/** The first steps of a path to the page. */
const HOME =
  /^\P{L}*(?:(?:you are here|vous êtes ici|sie (?:sind|befinden sich) hier|estás? (?:usted )?aquí|você está aqui|ti trovi in|أنت هنا|انت هنا)\P{L}+)?(?:accueil|home|startseite|inicio|início|(?:ال)?(?:صفحة )?الرئيسية)\P{L}*$/iu;
const STEP = /\s*[>›»/|→←‹«]\s*/u;

const BAR = /[|•·]/u;
/** A number behind a picture of what it counts: an eye, a balloon. */
const DRAWN_COUNTER = /^\p{Extended_Pictographic}\uFE0F?\s*\d[\d\s.,]*$/u;

/** True for a line of buttons and counters, each behind a bar. */
export const isBarred = (text: string): boolean => {
  if (!BAR.test(text)) return false;
  const parts = text.split(BAR).map((part) => part.trim());
  return parts.every((part) => isTools(part) || COUNTER.test(part) || DRAWN_COUNTER.test(part));
};

/** True for the way from the site's first page to this one. */
export const isPath = (text: string): boolean => {
  const [first = '', ...steps] = text.split(STEP);
  return steps.length > 0 && HOME.test(first);
};

/** The ways back, home and on, in one line; when a page was changed last. */
const WAYS =
  /^\P{L}*(?:back|previous|zurück|retour|précédente?|atrás|anterior|indietro|voltar|رجوع|السابق)\P{L}+(?:(?:home|top|index|contents|main|menu|start|accueil|sommaire|inicio|índice|inhalt|indice|الرئيسية|الفهرس)\P{L}+)?(?:next|forward|weiter|suite|suivante?|siguiente|avanti|próxim[oa]|seguinte|التالي)\P{L}*$|^\P{L}*(?:(?:this )?(?:page|site|document) )?(?:was )?last (?:modified|updated|changed|revised|edited)(?: on| by)?\s?[:：]?\s?.{0,12}\d|^\P{L}*(?:dernière (?:mise à jour|modification)|(?:seite )?zuletzt (?:geändert|aktualisiert|bearbeitet)|última (?:actualización|modificación|atualização|modificação)|ultim[oa] (?:aggiornamento|modifica)|آخر تحديث (?:ل?ل?صفحة))[^.!?]{0,30}\d/iu;

/** What pages of the first years told at their foot: whose visit it is, and for which screen they were made. */
const VISITED =
  /(?:you are (?:the )?visitor|visitors? (?:number|since|count)|visiteurs? (?:n°|numéro|depuis)|sie sind (?:der )?(?:\d+\.? )?besucher|visitante (?:nº|número)|eres el visitante|sei il visitatore)(?!\p{L})|(?:this (?:site|page) is )?(?<!\p{L})(?:best (?:viewed|experienced) (?:at|in|with|using)|optimi[sz]ed for \d|optimisée? pour (?:\d|internet|netscape|une résolution)|optimiert für (?:\d|internet|netscape|eine auflösung)|mejor (?:visto|visualizado) (?:con|a) )/iu;

/** What a house has at its foot by law, and nothing else. */
const LEGAL =
  /^\P{L}*(?:mentions légales|(?:protection des données|(?:politique de |charte de )?confidentialité)|cgu|cgv|impressum|(?:datenschutz|agb)(?:erklärung)?|(?:terms|conditions) (?:of use|of service|and conditions)|terms (?:&|and) conditions|privacy (?:policy|notice)|cookie policy|imprint|legal notice|aviso legal|política de (?:privacidad|cookies|privacidade)|note legali|informativa (?:sulla )?privacy|ficha técnica|termos de uso|künye|gizlilik politikası|о редакции|شروط الاستخدام|سياسة الخصوصية|إخلاء المسؤولية)\P{L}*$/iu;

/** That it was put together from agencies, and nothing else. */
const OF_AGENCIES =
  /^\P{L}*(?:(?:avec|with|mit|con|com|sources?|المصدر|من|عن)\P{L}+)?(?:(?:les|des|las|le|der|den)\s)?(?:agences?|agencies|agenturen|agencias|agenzie|agências|(?:ال)?وكالات(?: (?:ال)?(?:أنباء|الأنباء))?)\P{L}*$/iu;
/** Words that networks file a post by, and nothing else. */
const HASHED = /^(?:[\s,،|]*#(?=\P{Nd})[\p{L}\p{M}\p{N}_]+)+\s*$/u;
/** A mark that closes a text: stars, strokes, a square. */
const MARK = /^[^\p{L}\p{N}]{1,12}$/u;
/** An address for mail, and nothing else. */
const MAIL = /^\P{L}{0,3}\S+@\S+\.\p{L}+\P{L}*$/u;
/** What closes a text and is none of it. */
export const closesText = (text: string): boolean =>
  [HASHED, MARK, MAIL].some((form) => form.test(text));

/** Who edited and checked it, below a text of Chinese papers and in Russian ones. */
const EDITED =
  /^\P{L}*(?:(?:责任|责|值班|本期)?编辑|責任編輯|責編|校对|审核|审校|监制|终审|[一二三]审|(?:выпускающий )?редактор|корректор)\s*[:：]\s*\p{L}[\p{L}\s:：.]{1,40}\P{L}*$/iu;

const OF_PAGE = [
  EDITED,
  OF_AGENCIES,
  LEGAL,
  RIGHTS,
  RATED,
  VISITED,
  WAYS,
  MISTAKEN,
  READ_IN,
  BADGE,
  LETTER,
  NEIGHBOURS,
];
/** Those that tell a number. */
const NUMBERED = [COUNTER, COUNTED];
const NUMBER = /\p{N}/u;
const countsReaders = (text: string): boolean =>
  NUMBER.test(text) && NUMBERED.some((form) => form.test(text));

/** What nobody would say of the matter wherever the line stands: how often and how fast the page is read, whose it is. */
export const isOfPageAnywhere = (text: string): boolean =>
  (READ_IN.test(text) || RIGHTS.test(text) || countsReaders(text)) && !isReported(text);

/** What a line says of the page and not of its matter. */
export const isOfPage = (text: string): boolean =>
  (OF_PAGE.some((form) => form.test(text)) && !isReported(text)) ||
  countsReaders(text) ||
  /[:：]\s*$/u.test(FILED.exec(text)?.[0] ?? '') ||
  isCredit(text) ||
  isPath(text);
