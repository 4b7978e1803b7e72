import { expect, it } from 'vitest';
import { extract } from '../extract.ts';
import { withOdds } from './likely-article.ts';

const TITLE = 'Le phare de la pointe rallumé après neuf ans';
const cards = Array.from(
  { length: 14 },
  (_, n) =>
    `<div class="card"><a href="/${n}"><h3>Une autre nouvelle du port, la ${n}e</h3></a></div>`,
).join('');
const page = (title: string): Buffer =>
  Buffer.from(
    `<title>Le Quai</title><h3>${title}</h3><p>Le gardien a revu la lampe jeudi soir.</p>${cards}`,
  );
const read = (entryTitle?: string, title = TITLE) =>
  extract(page(title), {
    url: 'https://quai.example/12',
    ...(entryTitle === undefined ? {} : { feedEntry: { title: entryTitle } }),
  });

it('believes a feed that announces a page by the title it bears', () => {
  const alone = read();
  expect(alone.isArticle).toBe(false);
  expect(read(TITLE).sureness.article).toBeGreaterThan(alone.sureness.article);
});

it('makes nothing of an entry with another title, or with a word that names a section', () => {
  const alone = read().sureness.article;
  expect(read('Tout autre chose qui n’y est pas').sureness.article).toBe(alone);
  expect(read('Sports', 'Sports').sureness.article).toBe(
    read(undefined, 'Sports').sureness.article,
  );
});

it('leaves what is certain as it is', () => {
  expect([0, 0.001, 0.22, 0.9, 1].map((it) => withOdds(it, 100))).toEqual([
    0, 0.091, 0.966, 0.999, 1,
  ]);
});

it('believes what readers are told of who wrote a text and when a little more', () => {
  const title = 'عودة السوق إلى قلب المدينة القديمة';
  const text = [
    'أعلنت الجماعة يوم أمس عن افتتاح السوق الجديد وسط المدينة القديمة بعد سنتين من الأشغال المتواصلة.',
    'وقال رئيس جمعية التجار إن نصف المحلات استلمها أصحابها القدامى، والباقي وزع بالقرعة على شباب الحي.',
    'ويضم السوق ثلاثة وثمانين محلا وفضاء مفتوحا للفلاحين الذين يأتون من القرى المجاورة كل يوم خميس.',
    'وينتظر أن تنقل إليه باعة الأرصفة قبل نهاية الشهر، على أن تعاد تهيئة الشارع المؤدي إليه في الصيف.',
  ].map((it) => `<p>${it}</p>`);
  const odds = (line: string): number => {
    const html = `<title>${title}</title><h1>${title}</h1>${line}${text.join('')}`;
    const { sureness } = extract(Buffer.from(html), { url: 'https://quai.example/12' });
    return sureness.article / (1 - sureness.article);
  };
  const shown = odds('<div>بقلم: حميد الواحي</div><div>الثلاثاء 3 مارس 2026</div>');
  expect(shown).toBeGreaterThan(5 * odds(''));
});
