/** What pages that are not there say of themselves, in the languages of the press. */
const ERRORS =
  /^(?:error|erreur|fehler|خطأ|hata|ошибка)\s*(?:404|410|403|500|502|503)\b|^(?:404|410|403|500|502|503)\s*(?:$|[-–—:|]|error|not|page|erreur|forbidden)|(?:page|site|article|content|story|url|file)\s+(?:is\s+|was\s+|could\s+|can\s?)?(?:not|n[o']t)\s+(?:be\s+)?(?:found|available|exist)|page (?:does|doesn['’]t)? ?(?:not )?exist|(?:oops|sorry)\b.{0,40}(?:page|found|exist|wrong)|no longer (?:available|exists)|access denied|forbidden|just a moment|attention required|are you a (?:human|robot)|enable javascript|captcha|page (?:introuvable|inexistante|non trouv[ée]e)|(?:page|article) (?:demandée? )?n['’](?:existe|est) (?:pas|plus)|page (?:que vous (?:re)?cherchez|que vous demandez|demandée|recherchée)[^.]{0,30}(?:introuvable|déplacée|supprimée|n['’](?:existe|est))|page you(?:['’]re| are| were) looking for|accès (?:refusé|interdit)|seite (?:konnte )?nicht (?:gefunden|vorhanden|verfügbar)|p[aá]gina no (?:encontrada|existe|disponible)|p[aá]gina n[aã]o (?:p[oô]de ser |foi )?encontrada|pagina (?:non trovata|niet gevonden)|(?:الصفحة|المقال|الموضوع|الخبر)\s.{0,20}(?:غير موجود|غير متوفر|غير متاح|لا يوجد|محذوف)|لم يتم العثور|غير موجودة|صفحه .{0,12}(?:یافت نشد|وجود ندارد)|страница не найдена|sayfa bulunamadı|siden finnes ikke|sidan hittades inte|找不到|ページが見つかりません/iu;

/** True for a title that says the page is an error's. */
export function isErrorTitle(title: string): boolean {
  return title.length < 120 && ERRORS.test(title);
}

/** Pages about the house itself: who it is, how to reach it, its terms. */
const HOUSE =
  /^\P{L}*(?:(?:qui sommes[- ]nous|à propos(?: de nous)?|nous contacter|contact(?:ez-nous)?|mentions légales|(?:politique|charte) (?:de|des|éditoriale)[^:]{0,30}|conditions (?:générales|d.utilisation)[^:]{0,30}|plan du site|publicité|notre équipe|(?:newsletter|lettres? d.information))|(?:about(?: us)?|contact(?: us)?|(?:privacy|cookie|editorial) (?:policy|notice|statement)|terms (?:of (?:use|service)|(?:and|&) conditions)|(?:our|the) (?:team|staff|newsroom)|masthead|advertis(?:e|ing)(?: with us)?|careers|subscribe|sitemap|legal notice)|(?:über uns|kontakt|impressum|datenschutz(?:erklärung)?|agb)|(?:quiénes somos|contacto|aviso legal|política de (?:privacidad|cookies)|sobre nosotros)|(?:chi siamo|contatti|quem somos|contato)|(?:من نحن|اتصل(?:وا)? بنا|سياسة (?:الخصوصية|الموقع)|(?:شروط|اتفاقية) (?:الاستخدام|الخدمة)|هيئة التحرير|فريق العمل|أعلن معنا|خريطة الموقع|درباره ما|تماس با ما))\P{L}*$/iu;

/** How titles of such pages begin, whatever follows: «Nos offres d’abonnement pour les entreprises». */
const OPENS_HOUSE =
  /^\P{L}*(?:(?:vielen |herzlichen )?dank für (?:ihre|deine) (?:anmeldung|bestellung|nachricht|registrierung|spende|anfrage)|merci (?:de|pour) (?:votre|ton) (?:inscription|abonnement|message|commande|don)|thank you for (?:(?:your (?:registration|subscription|order|message|donation|interest)|(?:signing up|subscribing|registering|contacting us|your payment)))|gracias por (?:su|tu) (?:registro|suscripción|mensaje|pedido|compra)|gracias por (?:suscribir|registrar|contactar)\p{L}+|grazie per (?:la tua iscrizione|l['’]iscrizione|esserti iscritt[oa]|averci (?:scritto|contattato))|obrigad[oa] (?:pela|por) (?:sua |se )?(?:inscrição|inscrever|assinatura|mensagem|compra)|شكرا (?:على|ل)\s?(?:اشتراككم?|تسجيلكم?|رسالتكم?|تواصلكم?)|qui sommes[- ]nous|nos (?:offres|formules|abonnements|tarifs)|contactez (?:nous|notre|la rédaction|le (?:service|journal|site))|(?:inscrivez|abonnez)-vous (?:à|au|aux)|mentions légales|conditions (?:générales )?(?:d.utilisation|de vente|d.abonnement)|(?:politique|charte) (?:de |d.|des |sur )?(?:la )?(?:protection des données|confidentialité|données|cookies|vie privée|utilisation)|devenez (?:\p{L}+ ){0,2}(?:correspondante?|membre|annonceur|partenaire)|comment (?:envoyer|proposer|nous|contacter la rédaction|s.abonner|signaler une erreur)|(?:foire aux questions|questions fréquentes|frequently asked questions)|how to (?:complain|contact us|submit|advertise|subscribe)|work (?:with|for) us|about (?:the|our) (?:news)?(?:paper|site|website|magazine|team|newsroom)|subscribe to (?:our|the)|contact (?:the|our) (?:newsroom|editors?|newspaper|team)|(?:terms|privacy policy|cookie policy) (?:of|and|for)|quiénes somos|política de (?:privacidad|cookies|protección de datos)|condiciones (?:generales|de uso)|suscríbete|من نحن|(?:شروط|سياسة|اتفاقية) (?:ال)?(?:استخدام|خصوصية|خدمة|نشر|موقع)|(?:فريق|طاقم|هيئة|ميثاق) (?:ال)?(?:عمل|تحرير)|للإعلان (?:في|على|معنا)|(?:اتصل|تواصل|راسل)(?:وا)? ?(?:ب|مع)?نا)(?!\p{L})/iu;
/** How titles of lists begin: of what was looked for, of what somebody wrote. */
const OPENS_LIST =
  /^\P{L}*(?:tous les articles (?:de|du|par)|résultats? (?:pour|de) (?:votre |la )?recherche|all (?:articles|posts|stories) by|search results|(?:جميع|كل) مقالات|نتائج (?:ال)?بحث)(?!\p{L})/iu;

/** True for a title that says the page is about the publisher. */
export const isHouseTitle = (title: string): boolean =>
  title.length < 80 && (HOUSE.test(title) || OPENS_HOUSE.test(title));

/** What issues of a journal are called: «Vol. 8 No. 2 (2026)», «العدد 12». */
const ISSUE =
  /^(?:[^\p{L}\p{N}]*(?:vol(?:umen|ume)?|tome|band|jahrgang|jg|heft|cilt|say[ıi]|tom|jaargang|anno|ano|año|année|issue|numéro|número|numero|num|núm|nummer|nr|no|nº|n°|n|(?:ال)?(?:عدد|مجلد))\.?\s*\d+)+[^\p{L}\p{N}]*(?:\(?(?:19|20)\d\d\)?)?[^\p{L}\p{N}]*$/iu;

/** True for a title that is the number of an issue and nothing else. */
export const isIssueTitle = (title: string): boolean => title.length < 80 && ISSUE.test(title);

/** True for a title that says the page lists others. */
export const isListTitle = (title: string): boolean =>
  title.length < 80 && (OPENS_LIST.test(title) || ISSUE.test(title));

/** What asks to be tracked says of itself, and nothing else. */
const CONSENT =
  /(?:your|votre|ihre|vos|tu|su) (?:privacy|vie privée|privatsphäre|données personnelles|privacidad)|privacy (?:settings|choices|matters)|(?:vie privée|données) .{0,30}(?:compte|importe|respect)|value your privacy|cookies?.{0,20}(?:consent|settings|choices|preferences|paramètres|einstellungen)|(?:gérer|accepter|manage|accept) .{0,12}cookies|consent(?:ement|s)?$|خصوصيتك|ملفات تعريف الارتباط/iu;

/** True for a title that asks readers to be tracked. */
export function isConsentTitle(title: string): boolean {
  return title.length < 80 && CONSENT.test(title);
}

/** What walls of consent speak of: what is stored, with whom it is shared, what one is to press. */
const WALL = [
  /cookies?|traceurs|données personnelles|personal data|personenbezogene|datos personales|ملفات تعريف|البيانات الشخصية/iu,
  /(?:nos|our|unsere[nr]?|nuestros|nostri) (?:\p{L}+ )?(?:\d+ )?(?:partenaires|partners?|partner|socios|vendors|fournisseurs)|شركائنا|شركاؤنا/iu,
  /(?:tout )?(?:accepter|refuser)|(?:accept|reject|refuse) (?:all|cookies)|i (?:accept|agree)|(?:alle )?(?:akzeptieren|ablehnen)|(?:aceptar|rechazar)|(?:قبول|رفض) (?:الكل|الجميع)|موافق/iu,
] as const;

/** True for a text about all of it. */
export const isConsentText = (text: string): boolean => WALL.every((part) => part.test(text));
