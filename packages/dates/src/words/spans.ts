import type { Unit } from './roles.ts';

/** Names of units: `unit: words`, phrases joined by `_`, counts of their own behind `=`. */
export const UNITS: Readonly<Record<Unit, string>> = {
  second:
    'ثانيه ثواني ثوان ثانيتين=2 ثانيتان=2 s sec secs second seconds seconde secondes segundo segundos sekunde sekunden sekund sekunder secondo secondi seconden saniye detik sekunda sekundy sekund секунд секунды секунду секунда δευτερολεπτα δευτερολεπτο masodperc masodperce masodperccel sekunti sekuntia sekunde ثانیه secunde sekundi 秒 秒钟 秒鐘 초 secunde secunda sekundami sekundi sek seg sn dtk giay сек с_ секунди секунд секунде δευτ segon segons שניות שניה שנייה सेकंड سیکنڈ sekunders mp',
  minute:
    'دقيقه دقايق دقايقا دقيقتين=2 دقيقتان=2 دقيقتاين=2 دقيقات م_د ربع_ساعه=15 ثلث_ساعه=20 نصف_ساعه=30 نص_ساعه=30 m min mins minute minutes mn minuto minutos minuten minut minuut minuuttia minuutti minuutin minutter minuti dakika dk menit minuty minute минут минуты минуту минута мин λεπτα λεπτο perc perce perccel perccel دقیقه dakikada dakikahdakika dakikaler dakikalik minus un_quart_d_heure=15 une_demi_heure=30 demi_heure=30 half_an_hour=30 half_hour=30 media_hora=30 meia_hora=30 mezz_ora=30 mezzora=30 halbe_stunde=30 eine_halbe_stunde=30 einer_halben_stunde=30 half_uur=30 yarim_saat=30 pol_godziny=30 полчаса=30 dakika minit phut 分 分钟 分鐘 分間 분 minutt minuttia minuter minutu minutou minutami minutach хвилину хвилини хвилин хв минута минуте минути λεπ mnt minut minuts minute perces דקות דקה मिनट منٹ دقایق minuta minuto minutos dak mins',
  hour: 'ساعه ساعت ساعات ساعتين=2 ساعتان=2 سوايع سويعات h hr hrs hour hours heure heures hora horas stunde stunden std ora ore uur uren time timer timme timmar timmen tunti tuntia tunnin saat jam godz godzine godziny godzin час часа часов годину години годин ωρα ωρες oraja ora oraval saa masaa tund tundi urah ura uri uro sata sati sat gio 小时 小時 個小時 个小时 時間 시간 ura ure tim ч  сата сати часа hodina hodinu hodiny hodin hodinou hodinami sat sata sati hores שעות שעה שעתיים=2 घंटे घंटा گھنٹے گھنٹہ gio sa óra',
  day: 'يوم يوما ايام يومين=2 يومان=2 نهار نهارات d day days jour jours j dia dias tag tage tagen giorno giorni gg dag dagen dage dager dagar paiva paivaa paivan gun hari dzien dni день дня дней дн днів дні ημερα ημερες μερες napja nap nappal روز siku zile zi dana dan dnevi dny den 天 日 日間 일 døgn dogn dgn pv g dnem dny dnu dní dnami dňami дана дни дена dies dia ימים יום יומיים=2 दिन دنوں دن ngay денови ημ',
  week: 'اسبوع اسبوعا اسابيع اسبوعين=2 اسبوعان=2 سيمانه سيمانات w week weeks wk wks semaine semaines sem semana semanas woche wochen settimana settimane week weken uge uger uke uker vecka veckor viikko viikkoa viikon hafta minggu tydzien tygodnie tygodni неделя неделю недели недель тиждень тижні тижнів εβδομαδα εβδομαδες hete het هفته wiki saptamana saptamani tjedan tjedna tjedana nedelja nedelje 周 週 星期 个星期 週間 주 주일 sett setm uk u_ v_ hf tyg wks vk mgg tydnem tydny tydnu tyd tyzdnami tyz tyzdne tyzdnov tjedan tj седмици седмица седм нед недеље недеља setmana setmanes שבועות שבוע שבועיים=2 सप्ताह ہفتے ہفتہ tuan тиж saptamani sapt hettel εβδ',
  month:
    'شهر شهرا اشهر شهور شهرين=2 شهران=2 شهورا mo month months mois mes meses monat monate monaten mese mesi maand maanden maned maneder manad manader kuukausi kuukautta kuukauden ay bulan miesiac miesiace miesiecy месяц месяца месяцев місяць місяці місяців μηνα μηνες μηνας honapja honap ماه mwezi miezi luna luni mjesec mjeseca mesec meseci 个月 個月 ヶ月 か月 カ月 개월 달 mdr md man kk mies bln mesicem mesici mesice mesic mesiacmi mesiaca mesiacov mes mj mjeseci месеца месеци месец мес міс mesos חודשים חודש חודשיים=2 माह महीने مہینے ماہ thang honappal μην',
  year: 'سنه سنوات سنين سنتين=2 سنتان=2 عام عاما اعوام عامين=2 عامان=2 y yr yrs year years an ans annee annees ano anos jahr jahre jahren anno anni jaar ar år vuosi vuotta vuoden yil sene tahun rok roku lata lat год года лет рік роки років χρονος χρονια χρονο ετος ετη eve ev سال mwaka miaka ani godina godine let leta 年 年間 년 sn år let lety rokem roky rokmi rokov godinu годину година године години л р г anys any שנים שנה שנתיים=2 वर्ष साल سال thn tahun nam evvel_ ετ a',
};

/** Number words up to sixty as spans use them. */
export const NUMBERS: Readonly<Record<number, string>> = {
  1: 'واحد واحده وحده واحدا احدي one a an un une uno una ein eine einem einer een en et ett eins um uma bir один одну одна ενα μια ενας satu egy jeden jedna jednu moja',
  2: 'اثنان اثنين اثنتان اثنتين جوج زوج two deux dos zwei due twee to två tva dois duas iki два две dua ket ketto dwa dwie δυο mbili kaksi',
  3: 'ثلاثه ثلاث تلاته three trois tres drei tre drie üç uc три tiga harom trzy τρεις τρια tatu kolme',
  4: 'اربعه اربع ربعه four quatre cuatro vier quattro quatro fire fyra dort четыре empat negy cztery τεσσερις τεσσερα nne nelja',
  5: 'خمسه خمس five cinq cinco funf cinque vijf fem bes пять lima ot piec πεντε tano viisi',
  6: 'سته ست six seis sechs sei zes seks sex alti шесть enam hat szesc εξι sita kuusi',
  7: 'سبعه سبع seven sept siete sieben sette zeven syv sju yedi семь tujuh het siedem επτα εφτα saba seitseman',
  8: 'ثمانيه ثماني ثمان تمنيه eight huit ocho acht otto atte åtte atta oito sekiz восемь delapan nyolc osiem οκτω οχτω nane kahdeksan',
  9: 'تسعه تسع تسعود nine neuf nueve neun nove negen ni nio dokuz девять sembilan kilenc dziewiec εννεα εννια tisa yhdeksan',
  10: 'عشره عشر عشرة ten dix diez zehn dieci tien ti tio dez on десять sepuluh tiz dziesiec δεκα kumi kymmenen',
  11: 'احد_عشر احدي_عشره احدي_عشر حداش eleven onze once elf undici elleve elva onbir одиннадцать sebelas',
  12: 'اثنا_عشر اثني_عشر اثنتا_عشره اثنتي_عشره طناش twelve douze doce zwolf dodici twaalf tolv doze oniki двенадцать',
  13: 'ثلاثه_عشر ثلاث_عشره ثلاث_عشر thirteen treize trece dreizehn tredici dertien treze',
  14: 'اربعه_عشر اربع_عشره اربع_عشر fourteen quatorze catorce vierzehn quattordici veertien',
  15: 'خمسه_عشر خمس_عشره خمس_عشر fifteen quinze quince funfzehn quindici vijftien',
  16: 'سته_عشر ست_عشره ست_عشر sixteen seize dieciseis sechzehn sedici',
  17: 'سبعه_عشر سبع_عشره سبع_عشر seventeen dix_sept diecisiete siebzehn diciassette',
  18: 'ثمانيه_عشر ثماني_عشره ثماني_عشر ثمان_عشره eighteen dix_huit dieciocho achtzehn diciotto',
  19: 'تسعه_عشر تسع_عشره تسع_عشر nineteen dix_neuf diecinueve neunzehn diciannove',
  20: 'عشرون عشرين twenty vingt veinte zwanzig venti twintig vinte yirmi двадцать',
  30: 'ثلاثون ثلاثين thirty trente treinta dreisig trenta dertig trinta otuz тридцать',
  40: 'اربعون اربعين forty quarante cuarenta vierzig quaranta veertig quarenta kirk',
  50: 'خمسون خمسين fifty cinquante cincuenta funfzig cinquanta vijftig cinquenta elli',
  60: 'ستون ستين sixty soixante sesenta sechzig',
};

/** Words for "some", counted as three; "3 minutes ago" is as near as anybody knows. */
export const SOME =
  'بضع بضعه عده few a_few several quelques plusieurs algunos algunas varios varias unos unas einige einigen einiger alcuni alcune qualche enkele alguns algumas birkac несколько kilka noen nagra muutama beberapa';

/** Fractions behind a unit: ساعة ونصف, una hora y media, 2 heures et demie. */
export const FRACTIONS: Readonly<Record<string, number>> = {
  النصف: 30, نصف: 30, نص: 30, الربع: 15, ربع: 15, ربعا: 15, الثلث: 20, ثلث: 20, demie: 30, demi: 30, quart: 15,
  half: 30, quarter: 15, media: 30, cuarto: 15, mezza: 30,
  'الا ربعا': -15, 'الا الربع': -15, 'الا ربع': -15, 'الا ثلثا': -20, 'الا ثلث': -20, 'الا الثلث': -20,
}; // biome-ignore format: read as a table

/** The hours by their Arabic ordinals, from one to twelve. */
export const ORDINAL_HOURS =
  'الواحده|الثانيه|الثالثه|الرابعه|الخامسه|السادسه|السابعه|الثامنه|التاسعه|العاشره|الحاديه_عشره الحاديه_عشر|الثانيه_عشره الثانيه_عشر';
