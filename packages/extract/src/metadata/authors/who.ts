/** Offices that follow a name and are not one. */
export const ROLE =
  /(?<![\p{L}\p{M}])(?:صحفية?|صحافية?|كاتبة?|محررة?|مراسلة?|senior|chief|deputy|former|associate|political|sports?|news|editor|reporter|correspondent|writer|columnist|journalist|producer|staff|contributor|analyst|bureau chief|director|redakteur(?:in)?|redaktor(?:in)?|korrespondent(?:in)?|autor(?:in)?|volontär(?:in)?|chefredakt\p{L}*|journaliste|correspondant\p{L}*|envoyée? spéciale?|rédact\p{L}*|chroniqueu\p{L}*|redactora?|corresponsal|periodista|giornalista|inviato|photographer|fotograf)(?![\p{L}\p{M}])/iu;

const PARTICLES = new Set(
  'de del della di da dos das do du des la le el al van von der den ter ten zu zur und y e bin ben ibn abu bint af av te tot op st'.split(
    ' ',
  ),
);

/** Accounts and placeholders; nobody is called that. */
export const TECHNICAL =
  /^(?:admin\p{L}*\d*|super ?user|root|webmast\p{L}*|webmest\p{L}*|mod[eé]rat\p{L}*|contribut\p{L}*\d*|editor\d+|rédact\p{L}*\d+|user\d*|guest|wordpress|wp|null|undefined|none|n\/?a|unknown|unbekannt|anonym(?:ous|e)?|(?:no|unknown|guest) author|data|datum|date|fecha|posted|published|author|autor|auteur|test|by|von|name|مدير(?: الموقع)?|(?:[إا]دارة )?الموقع|ال[إا]دارة|(?:ال)?مشرف|ادمن|أدمن|مجهول|انتهای پیام|[^\p{L}]+)$/iu;

/** Rooms and departments that sign for want of a person. */
export const DESK =
  /(?:^|[\s.-])(?:staff|desk|newsroom|team|editors?|editorial|redaktion(?:steam|snetzwerk)?|redacci[oó]n|redaç[aã]o|redazione|r[eé]daction|redactie|redaksjonen|redaktionen|toimitus|redakcja|agenturen|agencias|agences|agenzie|agencies|online|news|webdesk|correspondent|service|media|press|presse|press release|tv|info|bureau)(?:$|[\s.])|^red$|التحرير|المحرر|تحرير|متابعات|وكالات|مراسل|^رصد|هيئة|موقع|جريدة|صحيفة|редакци|编辑部|編集部|新聞|newsdesk/iu;

/** Short names of agencies, as they sign: in capitals, or letter by letter. */
const INITIALS =
  /^\(?(?:AFP|AP|APA|APS|MAP|TAP|SPA|WAM|QNA|KUNA|BNA|ONA|SANA|WAFA|INA|NINA|MENA|SUNA|LANA|AMI|NNA|PETRA|IRNA|ISNA|AA|EFE|ANSA|LUSA|DPA|RTR|TASS|RIA|PTI|ANI|IANS|ATS|SDA|KNA|EPD|SID|ANP|NTB|TT|STT|PAP|ČTK|MTI|BTA|AGI|ADNKRONOS|(?:و\s?\.?\s?م\s?\.?\s?ع|و\s?\.?\s?أ\s?\.?\s?ج|واج|وأج|وات|واص|واس|وام|قنا|كونا|بنا|سانا|وفا|واع|سونا|وال|وما|بترا|إرنا|ارنا|إيسنا|أ\s?\.?\s?ف\s?\.?\s?ب|أف ب|ا ف ب|فرانس برس|د\s?\.?\s?ب\s?\.?\s?أ|رويترز|أ\s?\.?\s?ش\s?\.?\s?أ|شينخوا|الأناضول|سبوتنيك|نوفوستي|أسوشيتد برس))\.?\)?$/u;

/** What a template's links and headings open with, where each word has a capital: «Full Bio», «Learn More», «The Author». */
const CALLS =
  /^(?:the|full|learn|read|see|view|more|about|follow|contact|sign|subscribe|all|our|your|how|what|why|understanding|get|click|show|load|join|watch|listen|share|shop|buy)\s|\sby(?:\s|$)/iu;

/** Who hands texts and pictures out, and is no person. */
const INSTITUTION =
  /(?<!\p{L})(?:ministr(?:y|ies)|ministère|ministerio|ministério|ministerium|universit(?:y|é|ät|à)|universidade?|departments?|embassy|ambassade|government|gouvernement|municipality|municipio|ayuntamiento|comune di|mairie|ville de|city of|stadt|gemeinde|landkreis|police|polizei|council|handout|institute?|foundation|fondation|stiftung|association|committee|comité|وزارة|جامعة|مؤسسة|جمعية|حكومة|شرطة|سفارة|مجلس|معهد|مديرية)(?!\p{L})/iu;

/** Words that stand in Arabic sentences and in no name; «على» is how «علي» is written too. */
const ARABIC_SENTENCE =
  /(?:^|\s)(?:إلى|الى|في|من|عن|أن|إن|التي|الذي|الذين|هذا|هذه|بعد|قبل|كان|كانت|لن|لم|هل|كيف|ثم|أو|حتى|بين|عند|منذ|خلال|حول|بسبب|ضد|غدا|اليوم|أمس)(?:\s|$)/u;

/** News agencies sign beside people, and are no people. */
const AGENCY =
  /(?:^|[\s-])(?:agentur|agency|agence|agencia|ag[eê]ncia|agenzia|reuters|afp|dpa|apa|sda|efe|ansa|lusa|belga|anp|ntb|tass|mena|bloomberg|associated press|press association|(?:canadian|europa|united) press|press trust|xinhua|anadolu|kyodo|yonhap|interfax|pa media|europa press|colpisa|ritzaus|ritzau|agerpres|ukrinform|الأناضول|رويترز|فرانس برس|وكالة)(?:$|[\s.])/iu;

/** A family name of one syllable and a given name of two. */
const KOREAN =
  /^[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용]\p{Script=Hangul}{2}$/u;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const MAX_OFFICE = 40;
const MAX_REMEMBERED = 500;
const people = new Map<string, boolean>();

/** «ق.م», «م. ع»: who signs by the first letters. */
const ARABIC_INITIALS = /^(?:\p{Script=Arabic}\s?[./]\s?){1,2}\p{Script=Arabic}\.?$/u;
/** The same in Latin letters; a note below a letter opens so too, and a picture without an owner is credited so. */
const INITIALS_ALONE =
  /^(?!P\.|N\.\s?B(?:\.|$)|N\.D|D\.\s?R(?:\.|$)|U\.S)(?:\p{Lu}\p{Ll}?\.[ -]?){1,2}\p{Lu}\p{Ll}?\.?$/u;

/** True for the first letters of a name and nothing else; agencies are none. */
export const isInitials = (name: string): boolean =>
  (ARABIC_INITIALS.test(name) || INITIALS_ALONE.test(name)) && !isAgency(name);

/** True for what is written like a person's name: two to five capitalised words, no office. */
export function isPerson(name: string): boolean {
  let answer = people.get(name);
  if (answer === undefined) {
    answer = looksLikePerson(name);
    if (people.size >= MAX_REMEMBERED) people.clear();
    people.set(name, answer);
  }
  return answer;
}

function looksLikePerson(name: string): boolean {
  if (/[\d@|:]/.test(name)) return false;
  if (DESK.test(name) || isAgency(name) || TECHNICAL.test(name)) return false;
  if (isInitials(name)) return true;
  if (name.includes('/') || !/\p{L}{2}|\./u.test(name)) return false;
  if (EAST_ASIAN.test(name)) return /^\S{2,8}$|^\S{1,4}\s\S{1,4}$/.test(name);
  if (KOREAN.test(name)) return true;
  const words = name.split(/\s+/);
  if (words.length < 2 || words.length > 5 || ROLE.test(name)) return false;
  if (CALLS.test(name) || INSTITUTION.test(name) || ARABIC_SENTENCE.test(name)) return false;
  return words.every(
    (word) =>
      /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) ||
      PARTICLES.has(word.toLowerCase()) ||
      /^(?:d'|d’|al-|el-|l')/i.test(word),
  );
}

/** True for news agencies, which may sign beside people. */
export function isAgency(name: string): boolean {
  return AGENCY.test(name) || INITIALS.test(name.trim());
}

/** True for one word written like a name: where an element for the author holds nothing else, it signs. */
export function isGivenName(name: string): boolean {
  if (DESK.test(name) || isAgency(name) || TECHNICAL.test(name) || ROLE.test(name)) return false;
  return /^[\p{Lu}\p{Lo}][\p{L}\p{M}’'-]{2,19}$/u.test(name);
}

const OFFICE =
  /^(?:[\p{L}-]+\s){0,3}(?:reporter|correspondent|writer|columnist|journalist|editor|journaliste|correspondante?|envoyée?\s\S+|enviad[oa]\s\S+|inviat[oa](?:\s\S+)?|rédact(?:eur|rice)|chroniqueu(?:r|se)|صحفية?|صحافية?|كاتبة?|محررة?|مراسلة?|موفدة?|redakteur(?:in)?|korrespondent(?:in)?|periodista|redactora?|redatora?|giornalista|jornalista|repórter|corresponsal|corrispondente|correspondente|корреспондент|журналист(?:ка)?|обозреватель|متدربة?)(?:\s[\p{L}'’-]+){0,3}$/iu;

/** «Cheffe du service Mer et littoral», «responsable de la rubrique …». */
const HEADS =
  /^(?:cheff?e?|responsable|directeur|directrice|head|jefa?|leiter(?:in)?|caposervizio|capo) (?:adjointe? )?(?:du|de|des|d['’]|of|del|der|des)(?:\s|(?<=['’]))\S.*$/iu;

/** True for a line that is the office of who writes, and nothing else. */
export const isOffice = (text: string): boolean =>
  text.length <= MAX_OFFICE && (OFFICE.test(text) || HEADS.test(text));

/** True for editorial departments, which give way to people. */
export function isDesk(name: string): boolean {
  return DESK.test(name);
}
