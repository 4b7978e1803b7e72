/** A text of a judged pair. */
export interface Text {
  readonly title: string;
  readonly body: string;
  readonly language: string;
  /** Hours after some moment. */
  readonly hours: number;
}

/** Two texts, and whether they tell of one event. */
export interface JudgedPair {
  readonly first: Text;
  readonly second: Text;
  readonly same: boolean;
  readonly kind: string;
}

const PEOPLE = [
  ['رشيد العمراني', 'Rachid El Amrani'], ['سعاد بنكيران', 'Souad Benkirane'], ['هشام التازي', 'Hicham Tazi'],
  ['كريم بوزيد', 'Karim Bouzid'], ['نجاة القاسمي', 'Najat Kasmi'], ['منصف الطرابلسي', 'Moncef Trabelsi'],
  ['ليلى مرزوق', 'Leila Marzouk'], ['عبد الكريم شقرون', 'Abdelkrim Chekroun'], ['سفيان درويش', 'Sofiane Derouiche'],
  ['إلياس المنصوري', 'Ilyas Mansouri'], ['زينب السملالي', 'Zineb Semlali'], ['طارق بلخير', 'Tarik Belkheir'],
] as const; // biome-ignore format: read as a table
const TOWNS = [
  ['العرائش', 'Larache'], ['وجدة', 'Oujda'], ['تطوان', 'Tétouan'], ['صفاقس', 'Sfax'], ['وهران', 'Oran'],
  ['قسنطينة', 'Constantine'], ['سطات', 'Settat'], ['بنزرت', 'Bizerte'], ['أكادير', 'Agadir'], ['طنجة', 'Tanger'],
  ['تلمسان', 'Tlemcen'], ['الناظور', 'Nador'],
] as const; // biome-ignore format: read as a table

type Write = (
  person: string,
  town: string,
  count: number,
  sum: number,
) => readonly [string, string];
/** Each event as an Arabic and as a French desk would tell it. */
const EVENTS: readonly (readonly [ar: Write, fr: Write])[] = [
  [
    (who, where, n, s) => [`${where}.. توقيف ${n} أشخاص وحجز ${s} كيلوغراما من المخدرات`, `أوقفت مصالح الأمن في ${where} فجر اليوم ${n} أشخاص كانوا على متن شاحنة، وعثرت بداخلها على ${s} كيلوغراما من مخدر الشيرا. وقال الناطق ${who} إن البحث متواصل عن شركاء محتملين.`],
    (who, where, n, s) => [`Saisie de ${s} kg de cannabis à ${where}`, `Un camion chargé de ${s} kilos de résine a été intercepté à l’aube près de ${where}. Les ${n} occupants ont été placés en garde à vue, selon le porte-parole ${who}.`],
  ],
  [
    (who, where, n, s) => [`${who} يدشن مستشفى جديدا في ${where}`, `أعطى ${who} الانطلاقة لخدمات المركز الاستشفائي في ${where}، بطاقة ${s} سريرا وكلفة بلغت ${n} مليون درهم.`],
    (who, where, n, s) => [`Un hôpital de ${s} lits ouvre ses portes à ${where}`, `Inauguré mercredi par ${who}, le nouvel établissement de ${where} a coûté ${n} millions de dirhams.`],
  ],
  [
    (who, where, n, s) => [`مصرع ${n} أشخاص في حادثة سير قرب ${where}`, `لقي ${n} أشخاص مصرعهم وأصيب ${s} آخرون في انقلاب حافلة على الطريق المؤدية إلى ${where}. وفتح وكيل الملك ${who} تحقيقا.`],
    (who, where, n, s) => [`${n} morts et ${s} blessés dans un accident d’autocar près de ${where}`, `Un autocar s’est renversé dans la nuit à l’entrée de ${where}. Une enquête a été ouverte par le procureur ${who}.`],
  ],
  [
    (who, where, n, s) => [`${who} رئيسا جديدا لبلدية ${where}`, `انتخب المجلس البلدي في ${where} ${who} رئيسا له بحصوله على ${s} صوتا من أصل ${s + n}.`],
    (who, where, n, s) => [`${where} : ${who} élu à la tête de la commune`, `Avec ${s} voix sur ${s + n}, ${who} succède au maire sortant de ${where}.`],
  ],
  [
    (who, where, n, s) => [`${who} يفوز بجائزة الرواية في ${where}`, `توج الكاتب ${who} بجائزة ${where} للرواية، وقيمتها ${s} ألف درهم، متقدما على ${n} مرشحين.`],
    (who, where, n, s) => [`Le prix du roman de ${where} décerné à ${who}`, `L’écrivain ${who} repart avec une dotation de ${s} 000 dirhams ; ${n} auteurs étaient en lice à ${where}.`],
  ],
  [
    (who, where, n, s) => [`إضراب عمال الميناء في ${where} يدخل يومه ${n}`, `واصل ${s} عاملا في ميناء ${where} توقفهم عن العمل احتجاجا على تأخر الأجور، وقال ممثلهم ${who} إن الحوار متوقف.`],
    (who, where, n, s) => [`Port de ${where} : la grève se poursuit`, `Au ${n}e jour du mouvement, ${s} dockers restent mobilisés à ${where}, a indiqué leur délégué ${who}.`],
  ],
  [
    (who, where, n, s) => [`حريق يلتهم ${s} هكتارا من غابات ${where}`, `أتى حريق على ${s} هكتارا قرب ${where} قبل أن يسيطر عليه ${n} من رجال الوقاية المدنية، حسب المدير ${who}.`],
    (who, where, n, s) => [`${s} hectares de forêt détruits par le feu à ${where}`, `Il a fallu ${n} pompiers pour venir à bout des flammes, selon ${who}, directeur régional à ${where}.`],
  ],
  [
    (who, where, n, s) => [`${who} يوقع عقدا مع نادي ${where}`, `تعاقد نادي ${where} مع المهاجم ${who} لمدة ${n} سنوات مقابل ${s} مليون سنتيم.`],
    (who, where, n, s) => [`Mercato : ${who} s’engage avec le club de ${where}`, `L’attaquant ${who} a paraphé un contrat de ${n} ans avec la formation de ${where}, pour ${s} millions de centimes.`],
  ],
]; // biome-ignore format: a line a desk

/**
 * Invented pairs in Arabic and French, judged by how they were made: `same` tells one event twice; hard negatives
 * change the person, the town or the figures, or tell another event of the same people in the same town.
 */
export function inventPairs(): JudgedPair[] {
  const pairs: JudgedPair[] = [];
  const at = <T>(list: readonly T[], place: number): T => list[place % list.length] as T;
  const text = (
    language: 'ar' | 'fr',
    event: number,
    who: number,
    where: number,
    figures: number,
  ): Text => {
    const side = language === 'ar' ? 0 : 1;
    const write = at(EVENTS, event)[side];
    const [count, sum] = [3 + ((figures * 5) % 9), 40 + ((figures * 37) % 400)];
    const [title, body] = write(at(PEOPLE, who)[side], at(TOWNS, where)[side], count, sum);
    return { title, body, language, hours: (figures * 7) % 20 };
  };
  for (let event = 0; event < EVENTS.length; event++)
    for (let turn = 0; turn < 12; turn++) {
      const [who, where, figures] = [turn, turn * 5 + event, turn * 3 + event];
      const first = text('ar', event, who, where, figures);
      const add = (second: Text, same: boolean, kind: string): void => {
        pairs.push({ first, second: { ...second, hours: first.hours + (turn % 9) }, same, kind });
      };
      add(text('fr', event, who, where, figures), true, 'ar-fr, one event');
      if (turn % 4 === 0)
        add(text('fr', event, who + 1, where + 1, figures + 1), false, 'ar-fr, one form');
      if (turn % 4 === 1)
        add(text('fr', event, who + 3, where, figures + 5), false, 'ar-fr, one town and form');
      if (turn % 4 === 2)
        add(text('fr', event + 1, who, where, figures + 2), false, 'ar-fr, one person and town');
      if (turn % 4 === 3)
        add(text('fr', event + 3, who + 2, where, figures), false, 'ar-fr, one town and figures');
    }
  return pairs;
}
