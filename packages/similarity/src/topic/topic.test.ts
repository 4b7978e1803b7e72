import { expect, it } from 'vitest';
import { placesOf } from './places.ts';
import { isSameEvent } from './same-event.ts';
import { skeletonOf } from './skeleton.ts';
import { compareTopics, topicOf } from './topic.ts';

it.each([
  ['عمراني', 'amrani'],
  ['طرابلسي', 'trabelsi'],
  ['شقرون', 'chekroun'],
  ['درويش', 'derouiche'],
  ['منصوري', 'mansouri'],
  ['قسنطينه', 'qsentina'],
])('hears %s and %s as one name', (arabic, latin) => {
  expect(skeletonOf(latin)).toBe(skeletonOf(arabic));
  expect(skeletonOf(arabic)).not.toBe('');
});

it('keeps names that say too little apart from all others', () => {
  expect(skeletonOf('علي')).toBe('');
  expect(skeletonOf('ali')).toBe('');
});

it('knows countries in every language, with prefixes and in several words', () => {
  expect(placesOf('زيارة رسمية بالمغرب ثم والجزائر', 'ar')).toEqual(new Set(['MA', 'DZ']));
  expect(placesOf('Visite en Arabie saoudite et au Maroc', 'fr')).toEqual(new Set(['SA', 'MA']));
});

const AR = {
  title: 'حريق يلتهم 240 هكتارا من غابات تطوان',
  body: 'أتى حريق على 240 هكتارا قبل أن تسيطر عليه الوقاية المدنية، حسب المدير سفيان درويش.',
  language: 'ar',
};
const FR = {
  title: '240 hectares de forêt détruits à Tétouan',
  body: 'Selon Sofiane Derouiche, directeur régional, les flammes ont été maîtrisées dans la nuit.',
  language: 'fr',
};

it('finds one event in two languages by a name and a figure, and not by either alone', () => {
  const about = (fr: typeof FR, hours = 2) =>
    isSameEvent(compareTopics(topicOf(AR), topicOf(fr), hours * 3_600_000));
  expect(about(FR)).toBe(true);
  expect(about({ ...FR, title: FR.title.replace('240', '310') })).toBe(false);
  expect(about({ ...FR, title: '240 hectares', body: 'Le directeur a parlé.' })).toBe(false);
  expect(about(FR, 72)).toBe(false);
});

it('finds a headline written anew in one topic with the old one', () => {
  const [long, short] = [
    'هشام العلوي يرفع دعوى قضائية ضد يوتيوبر',
    '"مولاي هشام" يرفع دعوى قضائية',
  ].map((title) => topicOf({ title, body: '', language: 'ar' }));
  if (!long || !short) throw new Error('no topics');
  expect(isSameEvent(compareTopics(long, short, 3_600_000))).toBe(true);
});
