import { describe, expect, it } from 'vitest';
import { explain } from '../decision/decide.ts';
import { signatureOf } from '../signature/signature-of.ts';
import { createClusterer } from './clusterer.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 4, 12, 12);

interface Told {
  readonly title: string;
  readonly body?: string;
  readonly hours?: number;
}

/** The stories of texts told one after another, as numbers of the first text. */
function storiesOf(...texts: Told[]) {
  const clusterer = createClusterer();
  return texts.map(({ title, body = '', hours = 0 }) =>
    clusterer.add({
      signature: signatureOf({ title, body, language: 'ar' }),
      publishedAt: NOON + hours * HOUR,
    }),
  );
}

const stories = (...texts: Told[]) => storiesOf(...texts).map(({ storyId }) => storyId);

const BRIDGE = `دشن والي الجهة صباح اليوم القنطرة الجديدة على واد اللوكوس، التي كلف إنجازها 42 مليون درهم واستغرق 18 شهرا.
وقال المهندس المشرف رشيد العمراني إن القنطرة ستختصر الطريق بين الضفتين إلى خمس دقائق، بعدما كان السكان يضطرون إلى قطع مسافة 14 كيلومترا عبر الطريق القديمة التي تغمرها المياه كل شتاء.
وأضاف أن الأشغال توقفت مرتين بسبب الفيضانات، وأن المقاولة التزمت بصيانة الدعامات لمدة عشر سنوات.
من جهتها عبرت جمعية التجار عن ارتياحها، ودعت إلى إنارة المدخل الشمالي وإحداث ممر للراجلين قبل بداية الموسم الدراسي المقبل.`;
const LIBRARY = `فتحت الخزانة البلدية أبوابها من جديد بعد سنتين من الترميم، وعرضت في بهوها مخطوطات نادرة تعود إلى عائلات أندلسية.
وأوضحت المحافظة سعاد بنكيران أن الرصيد بلغ 30 ألف كتاب، وأن قاعة الأطفال ستستقبل التلاميذ كل أربعاء.`;
const HARBOUR = `عاد 26 صيادا إلى ميناء العرائش سالمين بعد أن جنحت سفينتهم قبالة مولاي بوسلهام ليلة أمس.
وذكرت مصالح الإنقاذ أن الأمواج بلغت أربعة أمتار، وأن مركبا للصيد الساحلي التقط نداء الاستغاثة.`;

describe('one story', () => {
  it('is a report said again with other marks, another credit and another title', () => {
    const other = `و م ع – ${BRIDGE.replaceAll('،', ',').replaceAll('إ', 'ا')}`;
    const told = stories(
      { title: 'تدشين قنطرة جديدة على واد اللوكوس', body: BRIDGE },
      { title: 'القنطرة التي انتظرها السكان طويلا تفتح أخيرا', body: other, hours: 3 },
    );
    expect(told).toEqual([0, 0]);
  });

  it('is a report and its first lines', () => {
    const told = stories(
      { title: 'تدشين قنطرة جديدة على واد اللوكوس', body: BRIDGE },
      { title: 'تدشين قنطرة على واد اللوكوس', body: `${BRIDGE.slice(0, 240)}…`, hours: 1 },
    );
    expect(told).toEqual([0, 0]);
  });

  it('is a report and its correction', () => {
    const told = stories(
      { title: 'تدشين قنطرة كلفت 42 مليون درهم', body: BRIDGE },
      { title: 'تدشين قنطرة كلفت 45 مليون درهم', body: BRIDGE.replace('42', '45'), hours: 2 },
    );
    expect(told).toEqual([0, 0]);
  });

  it('is an edited copy of what was published again after a week', () => {
    const title = 'تدشين قنطرة جديدة على واد اللوكوس';
    const edited = `${BRIDGE.split('\n').slice(0, 3).join('\n')}\nوحضر الحفل منتخبون وسكان الضفتين الذين استبشروا خيرا.`;
    const told = stories(
      { title, body: BRIDGE },
      { title, body: BRIDGE, hours: 140 },
      { title: 'قنطرة جديدة على واد اللوكوس', body: edited, hours: 142 },
    );
    expect(told).toEqual([0, 1, 1]);
  });

  it('is the report under another headline and a paragraph of the house’s own', () => {
    const lead = 'انتظار طويل عاشته أسر التلاميذ وفرحة عمت دروب المدينة منذ الفجر.';
    const title = 'أعراس شعبية وزغاريد النسوة تنهي معاناة الأهالي';
    const told = stories(
      { title: 'منشأة فنية كبرى تفك عزلة مداشر القصر الكبير', body: BRIDGE },
      { title, body: `${lead}\n${BRIDGE}`, hours: 3 },
    );
    expect(told).toEqual([0, 0]);
  });

  it('is a headline said twice where there is no body, with a flag or without', () => {
    const told = stories(
      { title: 'الخزانة البلدية تفتح أبوابها بعد سنتين من الترميم' },
      { title: 'عاجل: الخزانة البلديَّة تفتح أبوابها.. بعد سنتين من الترميم', hours: 2 },
      { title: 'Torero accablé', hours: 2 },
      { title: 'Vidéo. Torero accablé', hours: 5 },
    );
    expect(told).toEqual([0, 0, 2, 2]);
  });
});

describe('another story', () => {
  it('is a round-up that holds the report', () => {
    const [, roundUp] = storiesOf(
      { title: 'تدشين قنطرة جديدة على واد اللوكوس', body: BRIDGE },
      { title: 'أخبار الجهة في سطور', body: [HARBOUR, BRIDGE, LIBRARY].join('\n'), hours: 4 },
    );
    expect(roundUp?.choice.best).toBeNull();
    expect(roundUp?.choice.parts.map(({ candidate }) => candidate.id)).toEqual([0]);
    expect(roundUp?.choice.parts[0]?.decision).toMatchObject({
      relation: 'part_of',
      part: 'shorter',
    });
  });

  it('is a round-up that opens with the report, and has headings for what comes after it', () => {
    const report = `${BRIDGE}\n${LIBRARY}`;
    const said = `${HARBOUR} ${'وقال شهود إن البحر هدأ مع طلوع النهار وإن القوارب عادت تباعا إلى الرصيف الغربي. '.repeat(6)}`;
    const other =
      'واستمر سوق السمك في استقبال الباعة طوال الصباح رغم توقف حركة النقل بين الأحياء. '.repeat(12);
    const roundUp = [report, 'جمعية الصيادين', said, 'سوق السمك', other].join('\n');
    const told = storiesOf(
      { title: 'جمعية التجار ترحب بالقنطرة وتدعو إلى إنارة المدخل', body: report },
      { title: 'ردود فعل واسعة في الجهة كلها', body: roundUp, hours: 4 },
      // Who cuts a text with headings keeps its title.
      { title: 'ردود فعل واسعة في الجهة', body: `${report.slice(0, 500)}…`, hours: 5 },
    );
    expect(told.map(({ storyId }) => storyId)).toEqual([0, 1, 1]);
    expect(told[1]?.choice.parts[0]?.decision).toMatchObject({
      relation: 'part_of',
      part: 'shorter',
      override: 'round_up',
    });
  });

  it('is the same form filled in with another name', () => {
    const telegram = (who: string, land: string) =>
      `بعث رئيس المجلس برقية تهنئة إلى ${who} بمناسبة العيد الوطني ${land}. وأعرب في هذه البرقية عن أحر تهانئه وأصدق متمنياته لشعب ${land} بموصول التقدم والازدهار، منوها بعلاقات الصداقة والتعاون التي تجمع البلدين.`;
    const told = stories(
      { title: 'تهنئة إلى ألفريدو موراليس', body: telegram('الرئيس ألفريدو موراليس', 'البارغواي') },
      { title: 'تهنئة إلى كيتا سيسوكو', body: telegram('الرئيس كيتا سيسوكو', 'غينيا'), hours: 5 },
    );
    expect(told).toEqual([0, 1]);
  });

  it('is the same telegram to another land, though one word is all that differs', () => {
    const telegram = (land: string) =>
      `Le chef de l’État a fait parvenir un message de vœux à son homologue ${land}, à l’occasion de la fête de l’indépendance. « Je saisis cette heureuse occasion pour vous exprimer mes vœux les plus sincères de santé et de bonheur, ainsi que de progrès et de prospérité pour le peuple ${land} frère, et pour me réjouir de la qualité des relations qui unissent nos deux pays », écrit le chef de l’État dans ce message.`;
    const told = stories(
      { title: 'Vœux du chef de l’État au président tchadien', body: telegram('tchadien') },
      {
        title: 'Vœux du chef de l’État au président chypriote',
        body: telegram('chypriote'),
        hours: 30,
      },
    );
    expect(told).toEqual([0, 1]);
  });

  it('is what opens with other names, over the same lines for all who come', () => {
    const tail =
      'Tickets can be had at the door and by telephone, with a reduction for pupils, students and families of more than four. The doors open half an hour before the beginning, and who comes late waits in the foyer until the first pause. Wheelchairs find a ramp on the side of the garden. Cars stay free of charge behind the market hall after six, and the last bus to the station waits until the lights go on. The season is made possible by the friends of the house and by the council of the district.';
    const dancer =
      'Dancer Rocio Benavente brings her new programme to the Garden Theatre, with three guitarists, a singer from Jerez and costumes that her grandmother sewed in Triana for the fairs of another age.';
    const told = stories(
      {
        title: 'Puppets in the Garden Theatre',
        body: `The puppets of Ilmar Vanag play on Sunday.\n${tail}`,
      },
      {
        title: 'Flamenco night in the Garden Theatre',
        body: `${dancer}\n${tail}`,
        hours: 5,
      },
    );
    expect(told).toEqual([0, 1]);
  });

  it('is tomorrow’s edition of what is said every day', () => {
    const forecast = (day: string, more: string) =>
      `تتوقع المديرية العامة للأرصاد الجوية بالنسبة ليوم ${day} أن يكون الطقس باردا خلال الليل والصباح بالمرتفعات، مع سماء قليلة السحب ${more}، ورياح معتدلة بالسواحل.`;
    const told = stories(
      { title: 'توقعات أحوال الطقس ليوم الثلاثاء', body: forecast('الثلاثاء', 'بالسهول الشمالية') },
      {
        title: 'توقعات أحوال الطقس ليوم الأربعاء',
        body: forecast('الأربعاء', 'بالجنوب الشرقي'),
        hours: 24,
      },
      { title: 'توقعات أحوال الطقس ليوم الأربعاء', hours: 25 },
    );
    expect(told).toEqual([0, 1, 1]);
  });

  it('is a headline with another number, or a short one of another day', () => {
    const told = stories(
      { title: 'إغلاق 12 مدرسة في الشمال بسبب الثلوج' },
      { title: 'إغلاق 13 مدرسة في الشمال بسبب الثلوج', hours: 1 },
      { title: 'أخبار الساحة', hours: 1 },
      { title: 'أخبار الساحة', hours: 25 },
    );
    expect(told).toEqual([0, 1, 2, 3]);
  });

  it('is the same report a week later', () => {
    const title = 'تدشين قنطرة جديدة على واد اللوكوس';
    expect(stories({ title, body: BRIDGE }, { title, body: BRIDGE, hours: 24 * 7 })).toEqual([
      0, 1,
    ]);
  });
});

it('says why two are one story: what spoke for it and against it, strongest first', () => {
  const [, second] = storiesOf(
    { title: 'تدشين قنطرة جديدة على واد اللوكوس', body: BRIDGE },
    { title: 'القنطرة التي انتظرها السكان تفتح أخيرا', body: BRIDGE, hours: 3 },
  );
  const match = second?.choice.best;
  if (!match) throw new Error('no match');
  const { least, reasons } = explain(match.evidence);
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  expect(points).toBeGreaterThan(least);
  expect(reasons.map((reason) => Math.abs(reason.points))).toEqual(
    reasons.map((reason) => Math.abs(reason.points)).sort((a, b) => b - a),
  );
});

it('decides alike whichever of two comes first', () => {
  const texts = [BRIDGE, BRIDGE.slice(0, 300), LIBRARY].map((body, at) => ({
    title: `خبر ${at}`,
    body,
  }));
  for (const a of texts)
    for (const b of texts) {
      const [, there] = storiesOf(a, b);
      const [, back] = storiesOf(b, a);
      expect(back?.choice.matches[0]?.evidence).toEqual(there?.choice.matches[0]?.evidence);
    }
});
