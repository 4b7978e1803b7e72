/*
 * Words that stand before a page's day, in the languages of many publishers, as alternatives of patterns with the flags `iu`: that a
 * text came out, and that it was changed. What reads days, signers and the lines of a text looks for them, so they stand here once.
 */

/** Vowels and doubling that may be written into an Arabic word. */
const MARKS = '[\\u064b-\\u0652]*';
const arabic = (...words: readonly string[]): string =>
  words.map((word) => word.replace(/\p{L}/gu, `$&${MARKS}`)).join('|');

/** Whole words that say that a text came out. */
export const CAME_OUT = [
  '(?:date de |première )?(?:publication|parution)|(?:publi|post|diffus)[ée](?:e|es|s)?|parue?|mise? en ligne|créée?',
  '(?:first |originally |initially |date )?(?:published|posted)|(?:date of publication|publi(?:cation|sh(?:ed)?) date)|created',
  '(?:erst(?:mals )?)?(?:veröffentlich\\p{L}*|publizier\\p{L}*|erschien\\p{L}*)|erstellt|eingestellt|online seit',
  '(?:fecha de )?publicación|publicad[oa]|creado|(?:data (?:de|da) )?publicação|criad[oa]|postad[oa]|publicat',
  '(?:data di )?pubblicazione|pubblicat[oa]|inserit[oa]|creat[oa]',
  'gepubliceerd|geplaatst|publicatiedatum|verschenen|publicerad|publi[sc]ert|publiceret|offentliggjort|udgivet|julkaistu',
  '(?:yayın(?:lanma|lama)?|eklenme|oluşturulma|giriş)(?: tarihi)?|yayınlandı|eklendi',
  'опубликован\\p{L}*|(?:дата )?публикаци[яи]|размещен[оа]?|опублікован\\p{L}*|(?:дата )?публікаці[яї]|розміщено',
  'opublikowan\\p{L}*|(?:data )?publikacj[ai]|dodan[oay]|utworzono|publikováno|vydáno|zveřejněno|közzétéve|megjelent',
  '(?:ημερομηνία )?δημοσίευσης?|δημοσιεύ(?:τηκε|θηκε)|ανάρτηση|αναρτήθηκε',
  'פורסמ?ה?ם?|תאריך (?:ה)?פרסום|(?:(?:تاریخ|زمان) )?انتشار|منتشر شده?|شائع(?: (?:ہوا|شدہ|کیا گیا))?|(?:تاریخ )?اشاعت',
  `(?:${arabic('تاريخ')} )?(?:${arabic('النشر', 'نشر', 'نشرت', 'نشره', 'نشرها', 'الإضافة')})|${arabic('أضيف', 'أضيفت')}`,
  `(?:${arabic('كتب', 'كتبت', 'حرر', 'حررت')})(?= (?:في|يوم|بتاريخ)(?:\\s|$))`,
].join('|');

/** Whole words before a day, of whatever it is. */
export const DATE = 'date|datum|fecha|data|tarih|дата|ημερομηνία|תאריך|تاريخ|تاریخ';

/** «Last», «the date of», before a word for a change. */
const LAST =
  'dernière|date de(?: dernière)?|last|zuletzt|letzte|laatste?|última?|ultim[oa]|data(?: d[iea])?(?: última)?|sist|son|последн\\p{L}+|останн\\p{L}+|дата|ostatni\\p{L}+|τελευταία|ημερομηνία|(?:ال)?آخر|(?:ال)?اخر|تمت?|تاريخ|آخری?ن?|تاریخ|زمان|תאריך';

const CHANGES = [
  'mise?s? [àa] jour|modifi(?:é|e|cation)\\p{L}*|actualis(?:é|ation)\\p{L}*|m[aà]j|révisée?|éditée?|corrigée?',
  'updated?|modified|edited|revised|amended|corrected|changed',
  'aktualisier\\p{L}*|(?:ge)?änder(?:t|ung)|bearbeitet|überarbeitet',
  'actualiza(?:d[oa]|ción|ção)|atualiza(?:d[oa]|ção)|modifica(?:d[oa]|ción|ção)|(?:edit|correg|corrig)(?:ad|id)[oa]|actuali[tz]{1,2}at',
  'aggiornat[oa]|aggiornamento|modificat[oa]|modifica|agg\\.|revisionat[oa]|revisione',
  'bijgewerkt|ge[uü]pdatet?|gewijzigd|wijziging|aangepast|bewerkt|uppdaterad|oppdatert|opdateret|endret|päivitetty',
  'güncel\\p{L}*(?: tarihi)?|değiştiril\\p{L}*|düzenle(?:me|n\\p{L}*)',
  'обновл\\p{L}*|измен(?:ен|ён)[оаы]?|(?:от)?редактирован\\p{L}*|оновл\\p{L}*|змінен[оа]|(?:від)?редагован\\p{L}*',
  'z?aktualiz\\p{L}*|zmodyfikowan\\p{L}*|modyfikacj[ai]|zmienion\\p{L}*|upraven[oa]|frissít\\p{L}*|módosít\\p{L}*',
  'ενημέρωσης?|ενημερώθηκε|ανανέωσης?|ανανεώθηκε|τροποποίησης?|τροποποιήθηκε|επικαιροποί\\p{L}+',
  '(?:ה)?עדכון(?: אחרון)?|עודכן(?: לאחרונה)?|נערך',
  'به?[\\s\\u200c]?روز(?:[\\s\\u200c]?رسانی)?(?:[\\s\\u200c]شده?)?|ویرایش(?: شده?)?|ترمیم|تازہ کاری|اپ ?ڈیٹ(?: (?:کیا گیا|ہوا|شدہ))?',
  arabic(
    'التحديث',
    'تحديث',
    'تحديثه',
    'تحديثها',
    'التعديل',
    'تعديل',
    'تعديله',
    'تحيين',
    'تحيينه',
    'محدث',
    'محدثة',
    'محين',
  ),
  // «حدث» is an event as well, and «عدل» is justice.
  `(?:${arabic('حدث', 'حدثت', 'عدل', 'عدلت', 'حين')})(?= (?:في|يوم|بتاريخ)(?:\\s|$))`,
].join('|');

/** An edition, a wording and a change in the world, where they are not the last one. */
const ONLY_LAST =
  'édition|edit(?:ion)?|revision|edición|edição|edizione|редакци[яи]|изменени[ея]|правка|зміна|עריכה|change|änderung';

/** Whole words that say that a text was changed after it came out. */
export const CHANGED = `(?:(?:${LAST})\\s)?(?:${CHANGES})|(?:${LAST})\\s(?:${ONLY_LAST})|עריכה אחרונה`;
