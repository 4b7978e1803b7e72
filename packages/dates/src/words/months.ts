import type { Calendar } from '../types.ts';

/** Twelve months a language, apart by `|`, variants by spaces; `_` joins the words of one name. */
interface MonthTable {
  readonly lang: string;
  readonly calendar?: Calendar;
  /** Whether any prefix of three letters and more that is unique in the language is an abbreviation. */
  readonly prefixes: boolean;
  readonly names: string;
}

const latin = (lang: string, names: string): MonthTable => ({ lang, prefixes: true, names });
const whole = (lang: string, names: string): MonthTable => ({ lang, prefixes: false, names });

/**
 * One union table: national tables exclude one another, and pages mix them. Earlier rows win where
 * two languages give one word to different months and the text's language is unknown.
 */
export const MONTH_TABLES: readonly MonthTable[] = [
  latin('en', 'january|february|march|april|may|june|july|august|september sept|october|november|december'),
  latin('fr', 'janvier|fevrier fev|mars|avril|mai|juin jun jui|juillet jul juil|aout|septembre|octobre|novembre|decembre'),
  latin('es', 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre setiembre|octubre|noviembre|diciembre'),
  whole('ar', 'يناير ينائر|فبراير|مارس|ابريل|ماي مايو|يونيو يونيه حزيران_يونيو|يوليوز يوليو يوليه|غشت اغشت اغسطس|شتنبر شتمبر سبتمبر|اكتوبر اكتوب|نونبر نونمبر نوفمبر|دجنبر دجمبر ديسمبر'),
  whole('ar', 'جانفي جانفيه|فيفري فيفريه|مارس|افريل|ماي|جوان|جويليه|اوت|سبتمبر|اكتوبر|نوفمبر|ديسمبر'),
  whole('ar', 'كانون_الثاني كانون_ثاني كانون_2 كانون2|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين_الاول تشرين_اول تشرين_1|تشرين_الثاني تشرين_ثاني تشرين_2|كانون_الاول كانون_اول كانون_1'),
  whole('ar', 'جانفييه|فبرير فيبراير|مارص|افريل|مايي|يونيا|يوليا|اوغسطس اوجسطس|سيتمبر سيبتمبر سبتنبر ايلول_سبتمبر|اوكتوبر|نوفنبر نوفمبير|ديسمبير دسمبر ديسنبر'),
  { lang: 'ar', calendar: 'hijri', prefixes: false, names: 'محرم المحرم محرم_الحرام|صفر صفر_الخير|ربيع_الاول ربيع_اول ربيع_1|ربيع_الاخر ربيع_الثاني ربيع_ثاني ربيع_اخر ربيع_2|جمادي_الاولي جمادي_الاول جمادي_اولي جمادا_الاولي جمادي_1|جمادي_الاخره جمادي_الثانيه جمادي_الاخر جمادي_الثاني جمادي_ثاني جمادا_الاخره جمادا_الثانيه جمادي_2|رجب رجب_الفرد|شعبان|رمضان رمضان_المبارك رمضان_المعظم|شوال|ذو_القعده ذي_القعده ذوالقعده ذي_قعده القعده ذو_قعده|ذو_الحجه ذي_الحجه ذوالحجه ذي_حجه الحجه ذو_حجه' },
  { lang: 'en', calendar: 'hijri', prefixes: false, names: 'muharram|safar|rabi_al_awwal rabi_i rabi_1 rabi_al_awal|rabi_al_thani rabi_ii rabi_2 rabi_al_akhir|jumada_al_ula jumada_i jumada_1 jumada_al_awwal|jumada_al_thani jumada_ii jumada_2 jumada_al_akhirah|rajab|shaban shaaban chaabane|ramadan|shawwal chaoual chawwal|dhu_al_qadah dhul_qadah dhu_l_qidah|dhu_al_hijjah dhul_hijjah dhu_l_hijjah' },
  { lang: 'fa', calendar: 'jalali', prefixes: false, names: 'فروردين|ارديبهشت|خرداد|تير|مرداد امرداد|شهريور|مهر|ابان|اذر|دي ديماه|بهمن|اسفند' },
  { lang: 'prs', calendar: 'jalali', prefixes: false, names: 'حمل|ثور|جوزا|سرطان|اسد|سنبله|ميزان|عقرب|قوس|جدي|دلو|حوت' },
  whole('fa', 'ژانويه|فوريه|مارس|اوريل|مه مي|ژوئن|ژوئيه جولاي ژوييه|اوت اگوست|سپتامبر|اکتبر|نوامبر|دسامبر'),
  whole('ur', 'جنوري|فروري|مارچ|اپريل|مئي|جون|جولائي|اگست|ستمبر|اکتوبر|نومبر|دسمبر'),
  latin('de', 'januar janner|februar feber|marz maerz mrz|april|mai|juni|juli|august|september|oktober|november|dezember'),
  latin('pt', 'janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro'),
  latin('it', 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre'),
  latin('nl', 'januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december'),
  latin('tr', 'ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik'),
  latin('da', 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december'),
  latin('no', 'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember'),
  latin('sv', 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december'),
  latin('is', 'januar|februar|mars|april|mai|juni|juli|agust|september|oktober|november|desember'),
  latin('fi', 'tammikuu tammikuuta|helmikuu helmikuuta|maaliskuu maaliskuuta|huhtikuu huhtikuuta|toukokuu toukokuuta|kesakuu kesakuuta|heinakuu heinakuuta|elokuu elokuuta|syyskuu syyskuuta|lokakuu lokakuuta|marraskuu marraskuuta|joulukuu joulukuuta'),
  latin('et', 'jaanuar|veebruar|marts|aprill|mai|juuni|juuli|august|september|oktoober|november|detsember'),
  latin('lv', 'janvaris janvara|februaris februara|marts marta|aprilis aprila|maijs maija|junijs junija|julijs julija|augusts augusta|septembris septembra|oktobris oktobra|novembris novembra|decembris decembra'),
  latin('lt', 'sausis sausio|vasaris vasario|kovas kovo|balandis balandzio|geguze geguzes|birzelis birzelio|liepa liepos|rugpjutis rugpjucio rugp|rugsejis rugsejo rugs|spalis spalio|lapkritis lapkricio|gruodis gruodzio'),
  latin('pl', 'styczen stycznia|luty lutego|marzec marca|kwiecien kwietnia|maj maja|czerwiec czerwca cze|lipiec lipca|sierpien sierpnia|wrzesien wrzesnia|pazdziernik pazdziernika|listopad listopada|grudzien grudnia'),
  latin('cs', 'leden ledna|unor unora|brezen brezna|duben dubna|kveten kvetna|cerven cervna|cervenec cervence|srpen srpna|zari|rijen rijna|listopad listopadu|prosinec prosince'),
  latin('sk', 'januar januara|februar februara|marec marca|april aprila|maj maja|jun juna|jul jula|august augusta|september septembra|oktober oktobra|november novembra|december decembra'),
  latin('hr', 'sijecanj sijecnja|veljaca veljace|ozujak ozujka|travanj travnja|svibanj svibnja|lipanj lipnja|srpanj srpnja|kolovoz kolovoza|rujan rujna|listopad listopada|studeni studenoga|prosinac prosinca'),
  latin('sr', 'januar januara|februar februara|mart marta|april aprila|maj maja|jun juna|jul jula|avgust avgusta|septembar septembra|oktobar oktobra|novembar novembra|decembar decembra'),
  latin('sl', 'januar januarja|februar februarja|marec marca|april aprila|maj maja|junij junija|julij julija|avgust avgusta|september septembra|oktober oktobra|november novembra|december decembra'),
  latin('hu', 'januar|februar|marcius|aprilis|majus|junius|julius|augusztus|szeptember|oktober|november|december'),
  latin('ro', 'ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie'),
  latin('ca', 'gener|febrer|marc|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre'),
  latin('gl', 'xaneiro|febreiro|marzo|abril|maio|xuno|xullo|agosto|setembro|outubro|novembro|decembro'),
  latin('eu', 'urtarrila urtarrilaren urtarrilak|otsaila otsailaren otsailak|martxoa martxoaren martxoak|apirila apirilaren apirilak|maiatza maiatzaren maiatzak|ekaina ekainaren ekainak|uztaila uztailaren uztailak|abuztua abuztuaren abuztuak|iraila irailaren irailak|urria urriaren urriak|azaroa azaroaren azaroak|abendua abenduaren abenduak'),
  latin('sq', 'janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nentor|dhjetor'),
  latin('id', 'januari|februari pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november nopember|desember'),
  latin('ms', 'januari|februari|mac|april|mei|jun|julai|ogos|september|oktober|november|disember'),
  latin('sw', 'januari|februari|machi|aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba'),
  latin('ha', 'janairu|fabrairu faburairu|maris|afirilu|mayu|yuni|yuli|agusta|satumba|oktoba|nuwamba|disamba'),
  latin('so', 'janaayo|febraayo|maarso|abriil|maajo|juun|luuliyo|ogosto agosto|sebtembar|oktoobar|nofembar noofeembar|desembar diseembar'),
  latin('kab', 'yennayer yennayir|furar|meghres meɣres|yebrir|mayyu|yunyu|yulyu|ɣuct ghuct|ctember ctembir|tuber tubeṛ|nunember wamber wambir|dujember dujembir dugember'),
  latin('tzm', 'yennayer innayr yenayr|yebrayer brayr|mars marsh|ibrir|mayyu|yunyu|yulyuz|ɣuct ghucht|cutanbir shutanbir|ktuber ktubr|nwanbir nuwanbir|dujanbir dujambir'),
  whole('zgh', 'ⵉⵏⵏⴰⵢⵔ ⵢⵏⵏⴰⵢⵔ ⵢⴻⵏⵏⴰⵢⴻⵔ ⵉⵏⵏ|ⴱⵕⴰⵢⵕ ⴼⵓⵔⴰⵔ ⴱⵕⴰ|ⵎⴰⵕⵚ ⵎⴰⵔⵙ ⵎⴰⵕ|ⵉⴱⵔⵉⵔ ⵢⴱⵔⵉⵔ ⵉⴱⵔ|ⵎⴰⵢⵢⵓ ⵎⴰⵢ|ⵢⵓⵏⵢⵓ ⵢⵓⵏ|ⵢⵓⵍⵢⵓⵣ ⵢⵓⵍⵢⵓ ⵢⵓⵍ|ⵖⵓⵛⵜ ⵖⵓⵛ|ⵛⵓⵜⴰⵏⴱⵉⵔ ⵛⵓⵟⴰⵏⴱⵉⵔ ⵛⵓⵜ|ⴽⵟⵓⴱⵕ ⴽⵜⵓⴱⵔ ⴽⵜⵓ|ⵏⵓⵡⴰⵏⴱⵉⵔ ⵏⵓⵡⴰⵎⴱⵉⵔ ⵏⵓⵡ|ⴷⵓⵊⴰⵏⴱⵉⵔ ⴷⵓⵊⴰⵎⴱⵉⵔ ⴷⵓⵊ'),
  whole('vi', 'thang_1 thg_1 thang_01 thg_01|thang_2 thg_2 thang_02 thg_02|thang_3 thg_3 thang_03 thg_03|thang_4 thg_4 thang_04 thg_04|thang_5 thg_5 thang_05 thg_05|thang_6 thg_6 thang_06 thg_06|thang_7 thg_7 thang_07 thg_07|thang_8 thg_8 thang_08 thg_08|thang_9 thg_9 thang_09 thg_09|thang_10 thg_10|thang_11 thg_11|thang_12 thg_12'),
  whole('bn', 'জানুয়ারি|ফেব্রুয়ারি|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর'),
  latin('nn', 'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember'),
  latin('af', 'januarie|februarie|maart|april|mei|junie|julie|augustus|september|oktober|november|desember'),
  latin('az', 'yanvar|fevral|mart|aprel|may|iyun iyn|iyul iyl|avqust|sentyabr|oktyabr|noyabr|dekabr'),
  latin('uz', 'yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sentabr|oktabr|noyabr|dekabr'),
  latin('fil', 'enero|pebrero|marso|abril|mayo|hunyo|hulyo|agosto|setyembre|oktubre|nobyembre|disyembre'),
  latin('mt', 'jannar|frar|marzu|april|mejju|gunju|lulju|awwissu|settembru|ottubru|novembru|dicembru'),
  latin('kk', 'қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан'),
  whole('ckb', 'کانوونی_دووەم|شوبات شوباتی|ئازار ئازاری|نیسان نیسانی|ئایار ئایاری|حوزەیران حوزەیرانی|تەممووز تەممووزی|ئاب ئابی|ئەیلوول ئەیلوولی|تشرینی_یەکەم|تشرینی_دووەم|کانوونی_یەکەم'),
  whole('ps', 'جنوري|فبروري فېبروري|مارچ|اپرېل اپریل|مۍ می|جون|جولای|اگست|سېپتمبر سپتمبر|اکتوبر|نومبر|دسمبر'),
  whole('hy', 'հունվարի հուն հունվար|փետրվարի փետ փետրվար|մարտի մար մարտ|ապրիլի ապր ապրիլ|մայիսի մայ մայիս|հունիսի հուն հունիս|հուլիսի հուլ հուլիս|օգոստոսի օգս օգոստոս|սեպտեմբերի սեպ սեպտեմբեր|հոկտեմբերի հոկ հոկտեմբեր|նոյեմբերի նոյ նոյեմբեր|դեկտեմբերի դեկ դեկտեմբեր'),
  whole('ka', 'იანვარი იან|თებერვალი თებ|მარტი მარ|აპრილი აპრ|მაისი მაი|ივნისი ივნ|ივლისი ივლ|აგვისტო აგვ|სექტემბერი სექ|ოქტომბერი ოქტ|ნოემბერი ნოე|დეკემბერი დეკ'),
  latin('ru', 'январь января|февраль февраля|март марта|апрель апреля|май мая|июнь июня|июль июля|август августа|сентябрь сентября|октябрь октября|ноябрь ноября|декабрь декабря'),
  latin('uk', 'січень січня|лютий лютого|березень березня|квітень квітня|травень травня|червень червня|липень липня|серпень серпня|вересень вересня|жовтень жовтня|листопад листопада|грудень грудня'),
  latin('bg', 'януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември'),
  latin('mk', 'јануари|февруари|март|април|мај|јуни|јули|август|септември|октомври|ноември|декември'),
  latin('sr', 'јануар јануара|фебруар фебруара|март марта|април априла|мај маја|јун јуна|јул јула|август августа|септембар септембра|октобар октобра|новембар новембра|децембар децембра'),
  latin('be', 'студзень студзеня|люты лютага|сакавік сакавіка|красавік красавіка|май мая|чэрвень чэрвеня|ліпень ліпеня|жнівень жніўня|верасень верасня|кастрычнік кастрычніка|лістапад лістапада|снежань снежня'),
  latin('el', 'ιανουαριος ιανουαριου|φεβρουαριος φεβρουαριου|μαρτιος μαρτιου|απριλιος απριλιου|μαιος μαιου|ιουνιος ιουνιου|ιουλιος ιουλιου|αυγουστος αυγουστου|σεπτεμβριος σεπτεμβριου|οκτωβριος οκτωβριου|νοεμβριος νοεμβριου|δεκεμβριος δεκεμβριου'),
  whole('he', 'ינואר בינואר ינו בינו|פברואר בפברואר פבר בפבר|מרץ מרס במרץ במרס|אפריל באפריל אפר באפר|מאי במאי|יוני ביוני|יולי ביולי|אוגוסט באוגוסט אוג באוג|ספטמבר בספטמבר ספט בספט|אוקטובר באוקטובר אוק באוק|נובמבר בנובמבר נוב בנוב|דצמבר בדצמבר דצמ בדצמ'),
  whole('hi', 'जनवरी|फ़रवरी फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|नवंबर नवम्बर|दिसंबर दिसम्बर'),
  whole('th', 'มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม'),
]; // biome-ignore format: a table
