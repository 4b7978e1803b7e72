import { isReported } from './reported.ts';

/** What a line asks whoever reads it to do, as it begins. */
const VERBS =
  'suivez|rejoignez|retrouvez|abonnez|inscrivez|activez|recevez|partage[rz]|réagissez|commentez|laissez|écrivez|likez|aimez|cliquez|tapez|soutenez|votez|dites|follow|subscribe|share|tap|let us know|turn on|folgen|abonnieren|teilen|síguenos|comparte|suscríbete|únete|seguici|condividi|iscriviti|sigue|siga|acompanhe|inscreva-se|compartilhe|подписывайтесь|подпишитесь|присоединяйтесь|вступайте|следите|поделитесь|оставляйте|הצטרפו|עקבו|הירשמו|שתפו|تابع(?:وا|ونا|نا|ي)?|اشترك(?:وا|ي)?|انضم(?:وا|ي)?|شارك(?:وا|ونا|نا|ه|ها|وه|وها|ي)?|فع[ّ]?ل(?:وا|ي)?|اضغط(?:وا|ي)?|انقر(?:وا|ي)?|سجل(?:وا|ي)?|عل[ّ]?ق(?:وا|ي)?|اترك(?:وا|ي)?|راسلونا|زوروا|حملوا?|تجدون(?:نا)?|للاشتراك|للتوصل|ادعموا?';
/** What may stand before it: «n'oubliez pas de», «لا تنسوا». */
const BEFORE =
  "(?:(?:et|and|puis|also|pour cela|please|merci de|pensez à|n['’]oubliez pas (?:de |d['’])|n['’]hésitez pas à|do not forget to|don['’]t forget to|feel free to|be sure to|vergessen sie nicht|لا تنس(?:وا|ى|ي)?(?: أن)?|لا تترددوا? في|من فضلكم?|يمكنكم|قم ب|قوموا ب)\\s*)?";
/** A question to a reader of this text, first. */
const ASKED =
  /^\P{L}*(?:(?:(?:vous|tu) (?:avez |as )?(?:aim|appréci)\p{L}*|cet article vous|que pensez-vous de cet|enjoy(?:ed|ing)? (?:this|the|our)|did you (?:like|enjoy) this|like this|gefällt|te gust|ti è piaciut|هل (?:أعجب|نال|استفد)\p{L}*|ما رأي)[^?؟.!]{0,50}[?؟])\P{L}*/iu;
/** Why: «Pour ne rien manquer, …», «رأيك يهمنا، …». */
const CLAUSE = '(?:(?!if |si |إذا |wenn )[^,،.!?؟:]{6,50}[,،]\\s*)?';
const BEGINS = new RegExp(`^\\P{L}*${CLAUSE}${BEFORE}(?:${VERBS})(?!\\p{L})`, 'iu');
/** «لا تنسوا الإعجاب ب…»: the deed as a noun. */
const NOUNS =
  /^\P{L}*(?:لا تنس(?:وا|ى|ي)?|يرجى|نرجو|المرجو)\s(?:ال)?(?:إعجاب|اعجاب|اشتراك|تفعيل|تحميل|تنزيل|تسجيل|زيارة|متابعة|مشاركة|انضمام|ضغط|تفاعل|تعليق)/u;
/** Persian, Urdu and Turkish put the deed last. */
const DEED_LAST =
  /(?:دنبال کنید|بپیوندید|عضو شوید|مشترک شوید|به اشتراک بگذارید|کلیک کنید|نظر خود را|همراه باشید|(?:فالو|سبسکرائب|جوائن|شیئر|کلک) کریں|takip ed(?:in|ebilirsiniz)|abone olun|katılın|tıklayın|paylaşın)\P{L}*$/u;
/** Chinese and Japanese have no words between which to look. */
const IDEOGRAPHIC =
  /(?:扫码|掃碼|扫一扫|长按|長按|关注|關注)[^。]{0,16}(?:公众号|公眾號|微信|微博|二维码|客户端)|(?:この)?(?:記事|ニュース)を(?:シェア|共有|印刷|保存)|(?:シェア|フォロー|チャンネル登録)(?:して|お願い|はこちら)/u;
/** Where or with what: the house's own, and what stands below a text. */
const WHERE =
  /(?<!\p{L})(?:face ?book|whats ?app|telegram|instagram|twitter|youtube|tik ?tok|linkedin|google news|réseaux sociaux|social media|newsletters?|infolettre|notifications?|commentaires?|comments|ci-dessous|avis|amis|friends|inbox|boîte mail|nous|notre|nos|-nous|avec vos|cet article|this (?:article|story))(?!\p{L})|فيسبوك|فايسبوك|تويتر|إنستغرام|انستغرام|يوتيوب|واتس ?اب|ت[ي]?ل[يغ]?[يغج]?رام|قنات|قناة|صفحت|صفحة|مجموعت|مجموعة|نشرت|نشرة|بريد|إشعارات|اشعارات|تنبيهات|أصدقائ|اصدقائ|جرس|телеграм|вконтакте|(?:наш|нашу|нашем|наших) (?:канал|групп|рассылк|соцсет)|קבוצת|ערוץ|וואטסאפ|טלגרם|פייסבוק|kanalımız|hesabımız|bülten|چینل|پیج|جديدنا|تعليق|رأيك|آرائكم|عبر حساب|حسابات?نا|تطبيقنا|(?<!\p{L})هنا(?!\p{L})|تلگرام|اینستاگرام|کانال|خبرنامه|صفحه ما|ما را/iu;
const QUOTED = /[«»“”„]/u;

/** True for a line that asks its reader to follow, join, share or answer, and has no word of anybody's in quotes. */
export function appeals(text: string): boolean {
  if (QUOTED.test(text)) return false;
  const question = ASKED.exec(text)?.[0] ?? '';
  const rest = text.slice(question.length);
  if (question !== '' && rest.trim() === '') return !isReported(text);
  if (IDEOGRAPHIC.test(rest)) return true;
  const begins = BEGINS.test(rest) || NOUNS.test(rest) || DEED_LAST.test(rest);
  return begins && (question !== '' || WHERE.test(rest)) && !isReported(text);
}
