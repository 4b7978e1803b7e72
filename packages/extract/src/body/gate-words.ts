/**
 * What lines are made of that stand where a text stops for those who have not paid. Each kind counts once, in the
 * languages of the press; words for membership and prices count twice.
 */
const READ =
  /(?<!\p{L})(?:read(?:ing|er|ers)?|journalis[mt]\p{L}*|articles?|stor(?:y|ies)|reports?|paragraph(?:e?s)?|lignes|text[eo]?s?|content|contenus?|lire|lis(?:ez|ent)|lecture (?:réserv|illim|libre)\p{L}*|lecteurs?|récit|enquête|lesen|weiterlesen|artikel|beitrag|inhalt|le(?:er|yendo|ggere|ctura|ttura)|artículos?|contenid?o|articol[oi]|contenuto|artigos?|conteúdo|lezen|ler|leitura|lendo|haber\p{L}*|makale\p{L}*|yazı\p{L}*|oku(?:ma\p{L}*|yun|yabil\p{L}*)|чита\p{L}*|читать|стать\p{L}*|материал\p{L}*|текст\p{L}*)(?!\p{L})|قراءة|ادامه مطلب|این (?:مطلب|مقاله|گزارش)|خواندن|記事|続きを読|全文|قرأت|مطالعة|(?:ال)?مقال|المحتوى|النص|التقرير|الحوار|التحقيق|الخبر|الموضوع|المادة|فقرات|سطور/iu;
const WHOLE =
  /(?<!\p{L})(?:rest|remainder|full|whole|entire|finish|continues?|suite|ends|intégral\p{L}*|complet|au bout|poursui\p{L}*|ganzen?|vollständig\p{L}*|complet[oa]|resto|seguir|continua(?:re|r)?|weiterlesen|intero|integrale|devamı?|tamamı\p{L}*|полност\p{L}*|продолж\p{L}*|дальше)(?!\p{L})|متن کامل|ادامه|続き|全文|残り|بقية|تتمة|كامل|متابعة|مواصلة|للاطلاع|لإكمال|(?<!\p{L})(?:ما )?(?:ت?بقى|بقي)(?!\p{L})/iu;
/** Of a text, and not of a month or a season. */
const ITS_END =
  /(?<!\p{L})la fin(?=\P{L}*$| de (?:l.|ce(?:t|tte)? |notre )?(?:article|texte|récit|enquête|histoire|reportage|entretien|dossier))(?!\p{L})/iu;
const HOLD =
  /(?<!\p{L})(?:members?(?:hip)?|adhér\p{L}*|subscr[ei]\p{L}*|abonn\p{L}*|account|compte|passe?s?|forfaits?|profile?|join|unlock|déblo\p{L}*|sign (?:in|up)|log in|login|reg[ií]str\p{L}*|inscri\p{L}*|connectée?s?|connect\p{L}*-vous|connexion|identifiez-vous|unlimited|illimité|premium|mitglied\p{L}*|konto|abo|cuenta|conta|soci[oa]s?|suscri\p{L}*|abbon\p{L}*|assin\p{L}*|abone\p{L}*|üye\p{L}*|giriş yap\p{L}*|подпис\p{L}*|аккаунт\p{L}*|войдите)(?!\p{L})|会員|有料|ログイン|登録|اشتراک|مشترک|وارد (?:شوید|حساب)|أعضاء|عضوية|اشترا?ك|مدفوع|مشترك|منخرط|حساب|بطاقة|سجل|تسجيل|نادي القراء/iu;
const PRICE =
  /[€£$]\s?\d|\d\s?(?:[€£$]|euros?|dollars?|pounds?|dirhams?|dh|dinars?)(?!\p{L})|(?:دينار|درهم|دنانير|دراهم|ريال)/iu;
const ONLY =
  /(?<!\p{L})(?:only|just|exclusi\p{L}*|(?:pour|for|für|para|per) (?:nos|our|unsere|nuestr[oa]s|i nostri)|réservée?s?|reserved|seulement|uniquement|nur|vorbehalten|solo|sólo|apenas|soltanto|alleen|nécessite|requires?|erfordert|requiere|richiede|vereist|yalnızca|sadece|özel|только|доступ\p{L}* (?:только )?(?:по|для))(?!\p{L})|限定|のみ|ویژه|تنها برای|تتطلب|يتطلب|فقط|خاص(?:ة)?(?!\p{L})|حصري|مخصص/iu;
const YOU =
  /(?<!\p{L})(?:you|your|yours|vous|votre|vos|lisez|profitez|découvrez|sie|ihre?n?|dein\p{L}*|tu|su|usted|tuo|seu|join|get|sign (?:up|in)|log in|subscribe (?:now|to)|register to|identifiez-vous|abonnez-vous|connectez-vous|rejoignez|want to|to read on|read the (?:full|whole|rest)|kept for|create (?:a|your)|continue|torne-se|inicie|inicia|accede|aceda|regístrate|registe-se|please|veuillez|merci de|bitte|por favor|jetzt (?:abonnieren|lesen|weiterlesen|testen|anmelden)|abbonati(?= per)|assine|subscreva|suscríbete|ha(?:s|i) (?:alcanzado|superado|agotado|raggiunto|esaurito)|(?:você )?atingiu|yapın|olun|okuyun|lütfen|оформите|подпишитесь|войдите|чтобы|word (?:nu )?(?:abonnee|lid))(?!\p{L})|[?؟]\P{L}*$|لك(?!\p{L})|ください|いただけます|شوید|کنید|يرجى|المرجو|استنفدت|استهلكت|بلغت الحد|متاح|متوفر|يمكنك|(?:اشترك|سجل|انضم)(?:وا)?(?!\p{L})/iu;
const COUNT =
  /\d\s?%|(?:\d|(?:one|two|three|four|five|six|ten|last|final|derniers?|deux|trois|quatre|cinq|dix)) (?:free|articles? (?:gratuit|offert))|(?<!\p{L})(?:left|remaining|l[ií]mit|quota|this month|restants?|l[ií]mite|ce mois(?:-ci)?|diesen monat|este mes|questo mese)(?!\p{L})|هذا الشهر|المتبقي|\d\s?(?:في|ب)\s?ال?(?:مئة|مائة)|الحد (?:المسموح|الأقصى)/iu;
const FREE = /(?<!\p{L})(?:free|gratuit\p{L}*|offerte?s?|kostenlos\p{L}*|gratis)(?!\p{L})|مجاني/iu;
const PAPER =
  /(?<!\p{L})(?:(?:print(?:ed)?|paper) edition|(?:to|mon|tues|wednes|thurs|fri|satur|sun)day.s (?:paper|edition|issue)|e-?paper|au journal|notre journal|kiosque|newsstand|édition (?:papier|du jour))(?!\p{L})|النسخة الورقية|العدد الورقي/iu;
/** Of the whole, what can be read alone: «full» may be said of anything. */
const REST = /(?<!\p{L})(?:rest|remainder|suite|resto|how it ends)(?!\p{L})|بقية|تتمة|كامل/iu;
/** Letters by mail, leave to comment, gifts and thanks are asked for elsewhere, and are no gates. */
const OTHER =
  /newsletter|lettre|bulletin|boletín|nieuwsbrief|rundbrief|e-?mails?|inbox|boîte (?:mail|aux lettres)|comment|kommentar|kommentier|repl(?:y|ies)|conversation|تعليق|support us|your support|souten\p{L}*|soutien|unterstütz|spende|donat|(?<!\p{L})don(?:s|nez)?(?!\p{L})|ادعم|دعمكم|thanks? (?:you )?for (?:subscri|your)|enjoyed? this|like this article|نشرتنا|النشرة/iu;

/** Whether a line speaks of subscribing, of members or accounts. */
export const holds = (text: string): boolean => HOLD.test(text);

const LONGEST = 160;
const ENOUGH = 4;

/**
 * True for a short line that speaks of reading, of what it costs or who may, and to the reader: no fixed wording, but
 * enough of what gates say.
 */
export function isGate(text: string): boolean {
  if (
    text.length > LONGEST ||
    !(READ.test(text) || REST.test(text) || ITS_END.test(text) || PAPER.test(text))
  )
    return false;
  const isHeld = HOLD.test(text);
  const costs = PRICE.test(text);
  const isPaper = PAPER.test(text);
  const isCounted = COUNT.test(text);
  if (!(isHeld || costs || isPaper || isCounted) || OTHER.test(text)) return false;
  const isSpoken = YOU.test(text);
  const isOnly = ONLY.test(text);
  if (!(isSpoken || isOnly || costs)) return false;
  const marks = [
    READ.test(text),
    WHOLE.test(text) || ITS_END.test(text),
    isOnly,
    isSpoken,
    isPaper,
    isCounted,
    FREE.test(text),
  ];
  return 2 * Number(isHeld) + 2 * Number(costs) + marks.filter(Boolean).length >= ENOUGH;
}
