/*
 * Words for pictures, in the languages of many publishers, as alternatives of patterns with the flags `iu`. Signers, days, captions
 * and the lines of a text all look for them, so they stand here once.
 */

const LATIN =
  "photos?|photogra(?:ph|f)\\p{L}*|pictures?|pics?|images?|illustrations?|drawings?|dessins?|foto(?:['’]?s)?|fot\\.|fotogra[fv]\\p{L}*|fotográf\\p{L}*|fotoğraf\\p{L}*|bild(?:er)?|abbildung(?:en)?|zeichnung(?:en)?|grafik(?:en)?|infogra(?:ph|f)\\p{L}*|beeld|im[aá]gen(?:e?s)?|imagem|immagin[ei]|ilustra(?:ción|ciones|ção|ções|cja)|illustrazion[ei]|zdjęci[ea]|görsel(?:ler)?|kuvat?";
const OTHER =
  'фото(?:графи[яиї])?|снимок|снимки|иллюстраци[яи]|світлин[аи]|зображення|φωτογραφί(?:α|ες)|φωτ[όο]|εικόν(?:α|ες)|צילום|צילומים|תמונה|תמונות|איור|איורים|写真|撮影|图片|圖片|摄影|攝影|사진';
/** Arabic ones, with what is written into the word, Persian and Urdu ones. */
const ARABIC =
  '(?:و|ب)?(?:ال)?(?:صورة|صور|عدسة|تصوير)(?: فوتوغرافية?)?|(?:و|ب)?(?:ال)?كاريكاتير|عکس(?:\\u200c?ها)?|عکاس|تصویر|تصاویر|فوٹو';

/** Whole words for a picture and for taking or drawing one. */
export const PICTURE = `${LATIN}|${OTHER}|${ARABIC}`;

/** Words for whose a picture is, that of a picture or not. */
const CREDITS =
  '(?:photo |picture |image )?cr[eé]dit[eo]?s?(?: (?:photos?|images?|de la photo|photographiques?))?|bild(?:nachweis|quelle)|(?:ال)?مصدر (?:ال)?صورة|©|\\(c\\)';

/** What opens a line that says whose a picture is, before a colon, a stroke or a name. */
export const PICTURE_CREDIT = `${CREDITS}|${PICTURE}`;

/** Whole words for those who film, cut or translate: who does so, or takes pictures, did not write. */
export const HELP = `${PICTURE_CREDIT}|vid[eé]os?|caméra|camera|montage|musique|مونتاج|إخراج|(?:و|ال)*(?:ترجمة|ترجمه)|trad(?:\\.|u\\p{L}*)?|translat\\p{L}*|übersetz\\p{L}*|перев[оі]д\\p{L}*|تعريب`;
