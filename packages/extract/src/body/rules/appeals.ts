import { isReported } from './reported.ts';

/** What a line asks whoever reads it to do, as it begins. */
const VERBS =
  'suivez|rejoignez|retrouvez|abonnez|inscrivez|activez|recevez|partage[rz]|réagissez|commentez|laissez|écrivez|likez|aimez|cliquez|tapez|soutenez|votez|dites|follow|subscribe|share|tap|let us know|turn on|folgen|abonnieren|teilen|síguenos|comparte|suscríbete|únete|seguici|condividi|iscriviti|تابع(?:وا|ونا|نا|ي)?|اشترك(?:وا|ي)?|انضم(?:وا|ي)?|شارك(?:وا|ونا|نا|ه|ها|وه|وها|ي)?|فع[ّ]?ل(?:وا|ي)?|اضغط(?:وا|ي)?|انقر(?:وا|ي)?|سجل(?:وا|ي)?|عل[ّ]?ق(?:وا|ي)?|اترك(?:وا|ي)?|راسلونا|زوروا|حملوا?|تجدون(?:نا)?|للاشتراك|للتوصل|ادعموا?';
/** The same in other languages, for whoever reads more than one. */
const OTHER_VERBS =
  'folgt? uns|abonniert|laden sie|ladet|ricev[ei]|scarica|recib[ea]|recibí|descarga|siga(?:-nos)?|acompanhe|assine|entre (?:no|em)|partilhe|compartilhe|baixe|receba|inscreva(?:-se)?|volg|schrijf je|meld je|abonneer|deel (?:dit|deze)|download|obserwuj(?:cie)?|śledź|dołącz(?:cie)?|zapisz się|udostępnij|polub(?:cie)?|pobierz|subskrybuj|подписывайтесь|подпишитесь|следите|поделитесь|поделиться|читайте|смотрите|скачайте|оставляйте|вступайте|присоединяйтесь|ставьте|підписуйтес[ья]|підпишіться|слідкуйте|стежте|поділитися|поділіться|долучайтес[ья]|приєднуйтес[ья]|завантажте|ακολουθήστε|εγγραφείτε|γραφτείτε|μοιραστείτε|κατεβάστε|κάντε|עקבו|הצטרפו|הירשמו|הרשמו|שתפו|הורידו|לחצו';
/** What may stand before it: «n'oubliez pas de», «لا تنسوا». */
const BEFORE =
  "(?:(?:et|and|puis|also|pour cela|please|merci de|pensez à|n['’]oubliez pas (?:de |d['’])|n['’]hésitez pas à|do not forget to|don['’]t forget to|feel free to|be sure to|vergessen sie nicht|لا تنس(?:وا|ى|ي)?(?: أن)?|لا تترددوا? في|من فضلكم?|يمكنكم|قم ب|قوموا ب)\\s*)?";
/** A question to a reader of this text, first. */
const ASKED =
  /^\P{L}*(?:(?:(?:vous|tu) (?:avez |as )?(?:aim|appréci)\p{L}*|cet article vous|que pensez-vous de cet|enjoy(?:ed|ing)? (?:this|the|our)|did you (?:like|enjoy) this|like this|gefällt|te gust|ti è piaciut|هل (?:أعجب|نال|استفد)\p{L}*|ما رأي)[^?؟.!]{0,50}[?؟])\P{L}*/iu;
/** Why: «Pour ne rien manquer, …», «رأيك يهمنا، …». */
const CLAUSE = '(?:(?!if |si |إذا |wenn )[^,،.!?؟:]{6,50}[,،]\\s*)?';
const BEGINS = new RegExp(`^\\P{L}*${CLAUSE}${BEFORE}(?:${VERBS}|${OTHER_VERBS})(?!\\p{L})`, 'iu');
/** «لا تنسوا الإعجاب ب…»: the deed as a noun. */
const NOUNS =
  /^\P{L}*(?:لا تنس(?:وا|ى|ي)?|يرجى|نرجو|المرجو)\s(?:ال)?(?:إعجاب|اعجاب|اشتراك|تفعيل|تحميل|تنزيل|تسجيل|زيارة|متابعة|مشاركة|انضمام|ضغط|تفاعل|تعليق)/u;
/** Persian, Turkish and Urdu put the deed last. */
const LAST =
  /(?:دنبال کنید|بپیوندید|عضو شوید|مشترک شوید|به اشتراک بگذارید|کلیک کنید|نظر خود را|همراه باشید|دانلود کنید|نصب کنید|کلک کریں|takip ed(?:in|iniz|ebilirsiniz)|abone ol(?:un|unuz)?|katılın|paylaşın|indirin|tıklayın|فالو کریں|سبسکرائب کریں|شامل ہوں|شیئر کریں|جوائن کریں|ڈاؤن ?لوڈ کریں)\P{L}*$/iu;
/** Chinese and Japanese have no words between which to look. */
const IDEOGRAPHIC =
  /(?:扫码|掃碼|扫一扫|长按|長按|关注|關注)[^。]{0,16}(?:公众号|公眾號|微信|微博|二维码|客户端)|(?:この)?(?:記事|ニュース)を(?:シェア|共有|印刷|保存)|(?:シェア|フォロー|チャンネル登録)(?:して|お願い|はこちら)/u;
/** Where or with what: the house's own, and what stands below a text. */
const WHERE =
  /(?<!\p{L})(?:face ?book|whats ?app|telegram|instagram|twitter|youtube|tik ?tok|linkedin|google news|réseaux sociaux|social media|newsletters?|infolettre|notifications?|commentaires?|comments|ci-dessous|avis|amis|friends|inbox|boîte mail|nous|notre|nos|-nous|avec vos|cet article|this (?:article|story))(?!\p{L})|فيسبوك|فايسبوك|تويتر|إنستغرام|انستغرام|يوتيوب|واتس ?اب|ت[ي]?ل[يغ]?[يغج]?رام|قنات|قناة|صفحت|صفحة|مجموعت|مجموعة|نشرت|نشرة|بريد|إشعارات|اشعارات|تنبيهات|أصدقائ|اصدقائ|جرس|جديدنا|تعليق|رأيك|آرائكم|عبر حساب|حسابات?نا|تطبيقنا|(?<!\p{L})هنا(?!\p{L})|تلگرام|اینستاگرام|کانال|خبرنامه|صفحه ما|ما را|این (?:مطلب|خبر|صفحه)|اپلیکیشن|ہمیں|ہمار[اےی]|اس خبر|چینل|پیج|קבוצת|ערוץ|וואטסאפ|טלגרם|פייסבוק|(?<!\p{L})(?:uns|unser\p{L}*|bol[ei]tín|boletim|correo|aplicación|google not[ií]cias|(?:este artigo|esta notícia)|nosso|nossa|ons|onze|nieuwsbrief|dit artikel|nas|nasz\p{L}*|newsletter\p{L}*|ten artykuł|нас|наш\p{L}*|рассылк\p{L}*|розсилк\p{L}*|канал\p{L}*|стать\p{L}*|статт\p{L}*|μας|άρθρο|(?:телеграм|вконтакте)|hesabımız|google haberler\p{L}*|bizi|bülten\p{L}*|kanalımız\p{L}*|uygulamamız\p{L}*|bu haberi|אחרינו|שלנו|הכתבה)(?!\p{L})/iu;
const QUOTED = /[«»“”„]/u;

/** True for a line that asks its reader to follow, join, share or answer, and has no word of anybody's in quotes. */
export function appeals(text: string): boolean {
  if (QUOTED.test(text)) return false;
  const question = ASKED.exec(text)?.[0] ?? '';
  const rest = text.slice(question.length);
  if (question !== '' && rest.trim() === '') return !isReported(text);
  if (IDEOGRAPHIC.test(rest)) return true;
  const begins = BEGINS.test(rest) || NOUNS.test(rest) || LAST.test(rest);
  return begins && (question !== '' || WHERE.test(rest)) && !isReported(text);
}
