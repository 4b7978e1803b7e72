import { expect, it } from 'vitest';
import { packSignature, unpackSignature } from './pack.ts';
import { signatureOf } from './signature-of.ts';

const title = 'مجلس المدينة يصادق على ميزانية 2026';
const sentence = (n: number) =>
  `صادق المجلس في جلسته رقم ${n} على بند يتعلق بإصلاح الطرق والمدارس والحدائق العمومية. `;
const body = Array.from({ length: 40 }, (_, n) => sentence(n)).join('');

it('is the same whatever the marks, the letters and the digits are written with', () => {
  const other = body
    .replaceAll('المجلس', 'الـمَجلس')
    .replaceAll('إصلاح', 'اصلاح')
    .replaceAll('1', '١');
  const [a, b] = [body, other].map((text) => signatureOf({ title, body: text, language: 'ar' }));
  expect(b).toEqual(a);
});

it('comes back from its bytes as it was', () => {
  const signature = signatureOf({ title, body, language: 'ar' });
  const { language, textKey, titleKey, keys } = signature;
  const packed = packSignature(signature);
  expect(unpackSignature(packed, { language, textKey, titleKey, keys })).toEqual(signature);
});

it('is null from bytes of another version or of no signature', () => {
  const keys = { language: 'ar', textKey: '', titleKey: '', keys: new Int32Array() };
  const packed = packSignature(signatureOf({ title, body, language: 'ar' }));
  const other = Uint8Array.from(packed);
  other[0] = 99;
  expect(unpackSignature(other, keys)).toBeNull();
  expect(unpackSignature(packed.subarray(0, 30), keys)).toBeNull();
  expect(unpackSignature(new Uint8Array(3), keys)).toBeNull();
});

it('takes four kilobytes at the most, however long the text is', () => {
  const words = Array.from(
    { length: 30_000 },
    (_, n) => `كلمة${String.fromCharCode(1600 + (n % 50))}${n}`,
  );
  const signature = signatureOf({
    title: words.slice(0, 500).join(' '),
    body: words.join(' '),
    language: 'ar',
  });
  expect(packSignature(signature).length).toBeLessThanOrEqual(4096);
  expect(signature.keys.length).toBeLessThanOrEqual(96);
});

it('finds by few keys what begins as another text does, goes on otherwise and has lost a word', () => {
  const say = (from: number, words: number) =>
    Array.from({ length: words }, (_, n) =>
      [...String((n + from) * 7919)].map((digit) => 'abdefgikmo'[Number(digit)]).join(''),
    ).join(' ');
  const keysOf = (text: string, name: string) =>
    signatureOf({ title: name, body: text, language: 'en' }).keys;
  const texts = Array.from({ length: 20 }, (_, n) => {
    const opening = say(1_000 * n, 26);
    const edited = opening.split(' ').toSpliced(12, 1).join(' ');
    const one = keysOf(`${opening} ${say(1_000 * n + 100, 274)}`, `Harbour town council ${n}`);
    const other = keysOf(`${edited} ${say(1_000 * n + 500, 274)}`, `Winter market opens ${n}`);
    return { keys: one.length, shared: one.filter((key) => other.includes(key)).length };
  });
  expect(Math.min(...texts.map(({ shared }) => shared))).toBeGreaterThanOrEqual(2);
  expect(Math.max(...texts.map(({ keys }) => keys))).toBeLessThanOrEqual(50);
});

it('gives a text without a body the keys of its title', () => {
  const signature = signatureOf({ title, body: '… اقرأ المزيد', language: 'ar' });
  expect(signature.keys.length).toBeGreaterThan(2);
  expect(signature.textKey).toBe('');
});

it('gives an empty text no keys', () => {
  expect(signatureOf({ title: '', body: '', language: 'ar' }).keys).toHaveLength(0);
});

it('reads scripts without spaces', () => {
  const text = '市立図書館が改装工事を終えて再び開館し、初日から多くの市民が訪れた。';
  const signature = signatureOf({ title: '図書館が再開', body: text.repeat(3), language: 'ja' });
  expect(signature.words).toBeGreaterThan(60);
  expect(signature.keys.length).toBeGreaterThan(10);
});
