import type { Mark, Meridiem, Word } from './roles.ts';

export const MERIDIEMS: Readonly<Record<Meridiem, string>> = {
  am: 'am ص صباحا صباح الصباح صباحاً فجرا الفجر فجر ق_ظ صبح قبل_از_ظهر قبل_الظهر du_matin matin de_la_manana de_la_madrugada da_manha da_madrugada di_mattina del_mattino morgens vormittags ochtends de_la_mati fm fm. f_m oo ö_ö sabah утра πμ π_μ asubuhi pagi pg rano de dop de. д_п 오전 午前 上午 早上 凌晨 清晨 ⵜⵉⴼⴰⵡⵜ tifawt n_tufat پ_ن sa δ_μ',
  pm: 'pm م مساء المساء مساءا عصرا العصر عصر بعد_الظهر بعد_از_ظهر بعدازظهر ب_ظ مغربا عشيه العشيه du_soir soir de_l_apres_midi apres_midi de_la_tarde da_tarde di_sera del_pomeriggio nachmittags abends middags avonds em e_m os ö_s вечера дня μμ μ_μ jioni ptg sore popoludniu wieczorem du ип 오후 午後 下午 傍晚 晚上 ⵜⴰⴷⴳⴳⵯⴰⵜ tadggwat n_tmeddit د_ن ch شام',
  noon: 'ظهرا الظهر ظهر الظهيره midi noon mediodia mittags siang 中午 正午 정오 zohr',
  night:
    'ليلا الليل ليل ليلة شب de_la_nuit de_la_noche da_noite di_notte nachts at_night malam usiku ночи gece 夜',
};

/** Words whose only part in a date is to point somewhere. */
export const MARKS: Readonly<Record<Mark, string>> = {
  since:
    'منذ مند هادي هذه هاذي هذي il_y_a y_a il_ya hace hacia desde_hace vor ha circa_ha fa_circa for för prije pred przed πριν πριν_απο acum преди пре לפני لقد_مر',
  beside: 'قبل fa',
  ago: 'ago مضت خلت اتراس atras önce evvel sen назад тому temu siden sedan sitten geleden lalu yang_lalu yang_lepas ezelott plus_tot in_urma پيش قبلا nazaj tagasi truoc oraja perce napja hete honapja eve zilizopita iliyopita yaliyopita uliopita yliyopita truoc पहले پہلے قبل_سے 前 以前 之前 전 ⵣⵔⵉⵏⵉⵏ',
  now: 'الان حالا للتو للتوا قبل_قليل منذ_قليل قبل_لحظات منذ_لحظات منذ_لحظه قبل_لحظه منذ_ثوان منذ_ثواني قبل_ثوان منذ_بضع_ثوان منذ_وقت_قصير قبل_وقت_قصير منذ_بضع_لحظات دابا now just_now right_now moments_ago a_moment_ago a_l_instant maintenant il_y_a_un_instant il_y_a_quelques_instants il_y_a_quelques_secondes ahora ahora_mismo hace_un_momento hace_instantes gerade_eben soeben jetzt vor_wenigen_augenblicken adesso ora_ora proprio_ora poco_fa agora agora_mesmo simdi az_once сейчас только_что baru_saja sekarang зараз τωρα μολις_τωρα nu zojuist net lige_nu akkurat_na just_nu juuri_nyt teraz przed_chwila همين_الان اكنون 刚刚 剛剛 たった今 방금',
  today:
    'اليوم اليومه today aujourd_hui aujourdhui hoy heute oggi hoje vandaag i_dag idag tanaan bugun сегодня dzis dzisiaj dnes danas azi ma σημερα leo hari_ini avui امروز сьогодні assa 今日 今天 오늘',
  yesterday:
    'امس البارحه البارح بالامس يوم_امس yesterday last_night hier ayer anoche gestern ieri ontem gisteren i_gar igar eilen dun вчера wczoraj учора vcera jucer tegnap χθες χτες jana kemarin ahir ديروز вчора idelli 昨日 昨天 어제',
  'before-yesterday':
    'اول_امس اول_البارحه اول_البارح قبل_امس امس_الاول avant_hier anteayer antier vorgestern l_altro_ieri altroieri anteontem eergisteren przedwczoraj позавчера predvcerom evvelsi_gun i_forgars i_forgårs iforgars i_forrgar i_förrgår toissa_paivana tegnapelott προχθες kemarin_dulu juzi پريروز předevčírem predevcirem alaltaieri prekjucer abans_d_ahir завчера kelmarin 一昨日 前天 그저께',
  and: 'و et and y und e en och og ja ve и i και dan na és es',
  updated:
    'اخر_تحديث تحديث تحديثه تحديثها تحيين تحيينه تحيينها تعديله تعديلها حينت حدثت عدلت حدث محدث محدثه تم_التحديث عدل تعديل اخر_تعديل updated last_updated last_update modified last_modified edited update mis_a_jour mise_a_jour maj modifie modifie_le actualise actualisee derniere_mise_a_jour derniere_modification actualizado actualizada actualizacion ultima_actualizacion modificado aktualisiert geandert zuletzt_aktualisiert letzte_aktualisierung aggiornato aggiornata ultimo_aggiornamento atualizado atualizada atualizacao ultima_atualizacao bijgewerkt laatst_bijgewerkt opdateret oppdatert uppdaterad paivitetty guncelleme guncellenme son_guncelleme обновлено zaktualizowano aktualizacja aktualizovano diperbarui ενημερωση ενημερωθηκε actualizat frissitve azhurirano 更新 最終更新 수정 업데이트',
  clock:
    'الساعه علي_الساعه في_الساعه علي_تمام_الساعه تمام_الساعه في_تمام_الساعه ساعت ساعته at a las a_las as alle alle_ore ore um om kell kl klo kello klokken klockan om_te te saat o_godz godz godzina w о в об ob u pukul pkl luc heures_a a_les ωρα στις ora la_ora orele во в_ у ag am baada pada כ בשעה वजे बजे को کو په nang 時刻 시각',
  hijri: 'ه هجري هجريه للهجره ه_ق هق ah hijri',
  jalali: 'ه_ش هش شمسي هجري_شمسي خورشيدي',
  gregorian: 'م ميلادي ميلاديه للميلاد ad ce',
};

/** Which part of a date or a time the number before them is. */
export const PARTS: Readonly<Record<NonNullable<Word['part']>, string>> = {
  year: '年 년 года год г годом рік року р m_',
  month: '月 월',
  day: '日 号 號 일',
  hour: 'h hr hrs hs heure heures uhr hora horas uur saat 時 时 點 点 시 ч час часов',
  minute: 'min mn minute minutes minuto minutos minuten m دقيقه دقايق 分 분 мин минут',
  second: 's sec seconds secondes 秒 초 сек',
};

/** Labels, articles, prepositions: explained and without meaning for the date. */
export const FILLERS =
  'نشر نشرت تم_النشر نشر_في نشر_يوم نشر_بتاريخ تاريخ النشر تاريخ_النشر بتاريخ في يوم علي من الموافق الموافق_ل الموافق_لـ ل لـ شهر سنه سنة عام لسنه لعام التاريخ التوقيت توقيت بتوقيت كتب كتب_في اضيف اضيفت اضيف_في حرر حرر_في منشور وقت الوقت بتاريخه المحلي واحد واحده حوالي نحو تقريبا اخر اقل اكثر ازيد من_طرف ' +
  'on the of published posted publish date publication created written in from approx about around time less more over than dated added hrs local first st nd rd th oclock o_clock ' +
  'le la les du de des d au publie publiee publie_le poste ecrit redige date_de_publication cree creation er ere eme e ieme paru environ plus moins heure_locale jour parution ' +
  'el del los publicado publicada fecha creado hora horas de_publicacion ' +
  'am den der das dem des vom veroffentlicht erschienen stand datum uhr erstellt publiziert ' +
  'il lo pubblicato pubblicata data alle dell ' +
  'em no na do da publicado publicada criado às ' +
  'op het gepubliceerd geplaatst uur den publiceret publisert publicerad julkaistu ' +
  'tarih tarihi yayinlanma yayin tarihinde giris ' +
  'опубликовано дата от в года г ' +
  'dodano opublikowano data dnia dn godz r roku w dne publikovano ' +
  'tanggal tgl diterbitkan pada hari ' +
  'kozzeteve letrehozva datuma ' +
  'δημοσιευση δημοσιευθηκε στις την του ημερομηνια ' +
  'publicat publicata la data ' +
  'gada m d p_ko ko e ngay_ thu nien เวลา ค_ศ ที่ da ee ta na bi i ya ى של ב ж թ г_ б د ی ي del na la ' +
  't ngay nam ngày m_ d_ o a_ de_l x'; // `t` is the ISO separator
