import { cleanText } from '@nashra/text';
import { expect, it } from 'vitest';
import { contentHash } from './content-hash.ts';

const saying = (image: string) =>
  contentHash({
    title: cleanText('A bridge is opened'),
    body: cleanText('The governor opened it.'),
    authors: [],
    images: [{ address: image, isLead: true, caption: null, credit: null, alt: null }],
    rights: null,
  });

it('is the same for one picture whose address is signed anew at each fetch', () => {
  const at = (tail: string) => saying(`https://cdn.example/port.jpg?w=800${tail}`);
  expect(at('&X-Amz-Date=1&X-Amz-Signature=ab')).toBe(at('&X-Amz-Date=2&X-Amz-Signature=cd'));
  expect(at('&token=a&expires=170')).toBe(at(''));
  expect(at('&sig=a')).not.toBe(saying('https://cdn.example/port.jpg?w=400&sig=a'));
  expect(saying('https://cdn.example/i?id=1&sig=a')).not.toBe(
    saying('https://cdn.example/i?id=2&sig=a'),
  );
});
