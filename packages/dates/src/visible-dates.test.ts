import { describe, expect, it } from 'vitest';
import { findDate, parseDate } from './parse-date.ts';

const MOROCCO = { lang: 'ar', tz: 'Africa/Casablanca', ref: '2024-12-23T12:00:00Z' };
const instant = (text: string, options: object = MOROCCO) =>
  parseDate(text, options)?.instant ?? null;

describe('Arabic dates', () => {
  it.each([
    ['الخميس 15 غشت 2024', '2024-08-14T23:00:00Z'],
    ['الاثنين, 05 أغسطس, 2024', '2024-08-04T23:00:00Z'],
    ['أغسطس 5, 2024 - 10:30 ص', '2024-08-05T09:30:00Z'],
    ['5 آب (أغسطس) 2024', '2024-08-04T23:00:00Z'],
    ['5 أغسطس/آب 2024', '2024-08-04T23:00:00Z'],
    ['17 تشرين2/نوفمبر 2024', '2024-11-16T23:00:00Z'],
    ['20 جويلية 2023', '2023-07-19T23:00:00Z'],
    ['٥ / ٨ / ٢٠٢٤', '2024-08-04T23:00:00Z'],
    ['05 | 08 | 2024', '2024-08-04T23:00:00Z'],
    ['5 يونيو 2020م', '2020-06-04T23:00:00Z'],
    ['فاتح شتنبر 2023', '2023-08-31T23:00:00Z'],
    ['الفاتح من نونبر 2023', '2023-10-31T23:00:00Z'],
    ['14 من يناير لسنة 2011', '2011-01-14T00:00:00Z'],
    ['الجمعة 20 دجنبر', '2024-12-19T23:00:00Z'],
    ['20 دجنبر - 19:11', '2024-12-20T18:11:00Z'],
  ])('reads %s', (text, expected) => expect(instant(text)).toBe(expected));

  it.each([
    ['15 غشت 2024 12:30 ص', '2024-08-14T23:30:00Z'],
    ['15 غشت 2024 12:30 م', '2024-08-15T11:30:00Z'],
    ['15 غشت 2024 1:30 ظهرا', '2024-08-15T12:30:00Z'],
    ['15 غشت 2024 4:30 عصرا', '2024-08-15T15:30:00Z'],
    ['15 غشت 2024 4:30 فجرا', '2024-08-15T03:30:00Z'],
    ['15 غشت 2024 الساعة 2 ليلا', '2024-08-15T01:00:00Z'],
    ['15 غشت 2024 11:30 ليلا', '2024-08-15T22:30:00Z'],
    ['15 غشت 2024 على الساعة الثالثة والنصف مساء', '2024-08-15T14:30:00Z'],
    ['15 غشت 2024 الساعة الثامنة إلا ربعا صباحا', '2024-08-15T06:45:00Z'],
    ['15 غشت 2024 على الساعة 18 و20 دقيقة', '2024-08-15T17:20:00Z'],
    ['15 شتنبر 2024 23:45 (ت.غ)', '2024-09-15T23:45:00Z'],
    ['15 شتنبر 2024 - 23:45 GMT+1', '2024-09-15T22:45:00Z'],
    ['15 سبتمبر 2024 3:45م بتوقيت مكة المكرمة', '2024-09-15T12:45:00Z'],
    ['15 سبتمبر 2024 3:45م بتوقيت القاهرة', '2024-09-15T12:45:00Z'],
    ['15 janvier 2025 à 18h30 (heure de Paris)', '2025-01-15T17:30:00Z'],
    ['15 juillet 2024 à 18h30, heure de Paris', '2024-07-15T16:30:00Z'],
    ['July 15, 2024 6:30 pm ET', '2024-07-15T22:30:00Z'],
    ['January 15, 2025 6:30 pm ET', '2025-01-15T23:30:00Z'],
    ['10:14-26 مايو 2024 م ـ 18 ذو القعدة 1445 هـ', '2024-05-26T09:14:00Z'],
    ['15 de agosto de 2024 15:12hs', '2024-08-15T14:12:00Z'],
  ])('reads the time of day in %s', (text, expected) => expect(instant(text)).toBe(expected));

  it.each([
    ['١٠ محرّم ١٤٤٦ هـ', '2024-07-15T23:00:00Z'],
    ['10/01/1446هـ', '2024-07-15T23:00:00Z'],
    ['9 ذي الحجة 1445', '2024-06-14T23:00:00Z'],
    ['27 جمادى الآخرة 1445', '2024-01-08T23:00:00Z'],
    ['27 جمادى الثانية 1445', '2024-01-08T23:00:00Z'],
    ['12 ربيع الآخر 1446 هـ', '2024-10-14T23:00:00Z'],
  ])('reads the Hijri date %s', (text, expected) => {
    expect(parseDate(text, MOROCCO)).toMatchObject({ instant: expected, calendar: 'hijri' });
  });

  it('takes a year of two digits where it lies nearer before the reading', () => {
    const read = (text: string) => parseDate(text, { ...MOROCCO, ref: '2025-08-20T12:00:00Z' });
    expect(read('04-08-25')?.instant).toBe('2025-08-03T23:00:00Z');
    expect(read('25-08-04')?.instant).toBe('2025-08-03T23:00:00Z');
    expect(read('03-12-31')?.instant).toBe('2003-12-31T00:00:00Z');
  });

  it('prefers the Gregorian date that stands beside a Hijri one', () => {
    const text = 'الاثنين 1 رمضان 1445 هـ الموافق لـ 11 مارس 2024 م';
    expect(parseDate(text, MOROCCO)).toMatchObject({ calendar: 'gregorian', precision: 'day' });
  });

  it.each([
    ['منذ ثلاث ساعات', '2024-12-23T09:00:00Z'],
    ['منذ إحدى عشرة ساعة', '2024-12-23T01:00:00Z'],
    ['منذ خمسة وعشرين يوما', '2024-11-28T12:00:00Z'],
    ['منذ ساعة و5 دقائق', '2024-12-23T10:55:00Z'],
    ['منذ ساعتين ونصف', '2024-12-23T09:30:00Z'],
    ['منذ ربع ساعة', '2024-12-23T11:45:00Z'],
    ['قبل أسبوعين', '2024-12-09T12:00:00Z'],
    ['قبل عامين', '2022-12-23T12:00:00Z'],
    ['هادي يومين', '2024-12-21T12:00:00Z'],
    ['نشر منذ أقل من دقيقة', '2024-12-23T11:59:00Z'],
    ['قبل قليل', '2024-12-23T12:00:00Z'],
    ['منذ بضع دقائق', '2024-12-23T11:57:00Z'],
  ])('reads the span %s as approximate', (text, expected) => {
    expect(parseDate(text, MOROCCO)).toMatchObject({ instant: expected, precision: 'approx' });
  });

  it.each([
    ['أول أمس', '2024-12-20T23:00:00Z', 'day'],
    ['أمس على الساعة 20:15', '2024-12-22T19:15:00Z', 'minute'],
    ['اليوم 09:15', '2024-12-23T08:15:00Z', 'minute'],
  ])('reads the day named %s', (text, expected, precision) => {
    expect(parseDate(text, MOROCCO)).toMatchObject({ instant: expected, precision });
  });
});

describe('texts that hold no date', () => {
  it.each([
    'منذ 20 عاما والمدينة تنتظر الماء',
    'اليوم السابع',
    'اليوم 24',
    'فبراير 2024',
    'الاثنين',
    'الساعة 10:30',
    '30 فبراير 2024',
    '4-3-3',
    '192.168.1.1',
    '3/4',
    'Il y a 20 ans, la ville changeait',
    'Bulletin n°15 - janvier 2007',
    'May Day',
    '► Januar (14)',
  ])('leaves %s alone', (text) => {
    expect(parseDate(text, MOROCCO)).toBeNull();
    expect(findDate(text, MOROCCO)).toBeNull();
  });

  it.each(['hier', 'il y a 3 heures', '20 août'])('needs the time of reading for %s', (text) => {
    expect(parseDate(text, { lang: 'fr' })).toBeNull();
  });
});

describe('other languages', () => {
  it.each([
    ['1er mai 2024', '2024-04-30T23:00:00Z'],
    ['Le 03/05/2024 à 10 h 30', '2024-05-03T09:30:00Z'],
    ['Mar, 14 Mai 2024', '2024-05-13T23:00:00Z'],
    ['Aujourd’hui, 09:15', '2024-12-23T08:15:00Z'],
    ['il y a 1 h 30', '2024-12-23T10:30:00Z'],
    ['Last updated: Aug. 20th, 2023, 5:30 p.m.', '2023-08-20T16:30:00Z'],
    ['20th of August 2023', '2023-08-19T23:00:00Z'],
    ['5 mins ago', '2024-12-23T11:55:00Z'],
    ['3 de mayo de 2024 a las 10:30', '2024-05-03T09:30:00Z'],
    ['3. Mai 2024, 14.30 Uhr', '2024-05-03T13:30:00Z'],
    ['3.5.2024 klo 14.30', '2024-05-03T13:30:00Z'],
    ['3 maggio 2024 ore 14.30', '2024-05-03T13:30:00Z'],
    ['20 Ɣuct 2023', '2023-08-19T23:00:00Z'],
    ['20 ⵖⵓⵛⵜ 2023', '2023-08-19T23:00:00Z'],
    ['3 godziny temu', '2024-12-23T09:00:00Z'],
    ['3 часа назад', '2024-12-23T09:00:00Z'],
    ['Donnerstag, 19.12 13:18 Uhr', '2024-12-19T12:18:00Z'],
    ['Le 12/02 à 11:30', '2024-02-12T10:30:00Z'],
    ['Friday Jun 26 - 11:51am', '2020-06-26T10:51:00Z'],
    ['Publié il y a 3 heures, mis à jour à 09h42', '2024-12-23T09:00:00Z'],
    ['masaa 3 yaliyopita', '2024-12-23T09:00:00Z'],
    ['3時間前', '2024-12-23T09:00:00Z'],
    ['2024年5月3日 下午3:20', '2024-05-03T14:20:00Z'],
    ['2023. gada 3. janvāris', '2023-01-02T23:00:00Z'],
  ])('reads %s', (text, expected) =>
    expect(instant(text, { ...MOROCCO, lang: undefined })).toBe(expected),
  );

  it('takes Korea’s time for Korean of unknown origin', () => {
    expect(parseDate('2024-05-25 오후 11:23:17')?.instant).toBe('2024-05-25T14:23:17Z');
  });

  it('reads day before month unless the second number cannot be a month', () => {
    expect(instant('05/08/2023')).toBe('2023-08-04T23:00:00Z');
    expect(instant('08/25/2023')).toBe('2023-08-24T23:00:00Z');
    expect(instant('05/08/2023', { lang: 'en', tz: 'America/New_York' })).toBe(
      '2023-05-08T04:00:00Z',
    );
  });

  it('takes the order of day and month that puts the day on the weekday before it', () => {
    const read = (text: string) => parseDate(text, { lang: 'en', tz: 'Europe/London' })?.instant;
    expect(read('Wed, 07/02/2014')).toBe('2014-07-01T23:00:00Z');
    expect(read('Fri, 07/02/2014')).toBe('2014-02-07T00:00:00Z');
    expect(read('Mon, 07/02/2014')).toBe('2014-02-07T00:00:00Z');
  });

  it('says so by a lower confidence when the weekday is another', () => {
    const right = parseDate('Friday, May 3, 2024')?.confidence ?? 0;
    expect(parseDate('Monday, May 3, 2024')?.confidence ?? 1).toBeLessThan(right);
  });
});

describe('lines that say more than a date', () => {
  it.each([
    ['نشر في مرآة الشمال يوم 26 - 04 - 2016', '2016-04-25T23:00:00Z'],
    ['Publié le 3 mai 2024 à 10h30 | Mis à jour le 4 mai 2024 à 9h00', '2024-05-03T09:30:00Z'],
    ['Mis à jour le 4 mai 2024 à 9h00, publié le 3 mai 2024 à 10h30', '2024-05-03T09:30:00Z'],
    ['Publié lundi 3 juin, mis à jour mercredi 5 juin 2024 à 18 h 05', '2024-06-02T23:00:00Z'],
    ['Publié le 30 décembre, mis à jour le 2 janvier 2024', '2023-12-29T23:00:00Z'],
    ['نشر الاثنين 3 يونيو، وتم تحديثه الأربعاء 5 يونيو 2024', '2024-06-02T23:00:00Z'],
    ['Rédigé par A. B. le dimanche 12 juillet 2020', '2020-07-11T23:00:00Z'],
    ['منذ 11 ساعة — الأحد — 7 / يوليو / 2024', '2024-07-06T23:00:00Z'],
  ])('finds the date of publication in %s', (text, expected) => {
    expect(findDate(text, MOROCCO)?.instant).toBe(expected);
  });

  it('leaves a line without a whole date alone', () => {
    expect(findDate('Par Karim B., le 3 mai', MOROCCO)).toBeNull();
    expect(findDate('2024', MOROCCO)).toBeNull();
  });
});

describe('labels glued to a colon beside a date', () => {
  it.each([
    ['2024-08-15 10:00 来源:临江晚报 作者:林晓雯', '2024-08-15T09:00:00Z'],
    ['Source:AFP 15/08/2024 10:00', '2024-08-15T09:00:00Z'],
  ])('finds the date in %s', (text, expected) =>
    expect(findDate(text, MOROCCO)?.instant).toBe(expected),
  );
});
