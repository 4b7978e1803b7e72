import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode, decodeToUtf8 } from './decode.ts';

const ARABIC = 'المدينة تفتح مكتبة جديدة على ضفة النهر، والدخول إليها بالمجان';
const FRENCH = 'La bibliothèque a rouvert à l’été — déjà très fréquentée';

function xml(title: string, label?: string): string {
  const declaration = label ? `<?xml version="1.0" encoding="${label}"?>` : '<?xml version="1.0"?>';
  return `${declaration}<rss version="2.0"><channel><title>${title}</title></channel></rss>`;
}

const bytes = (text: string, encoding: string) => iconv.encode(text, encoding);
const read = (input: Uint8Array, contentType?: string) =>
  decode(input, { contentType, kind: 'xml' });

describe('labels against bytes', () => {
  it.each([
    ['utf-8', 'windows-1256', undefined, 'utf-8'],
    ['utf-8', 'utf-16', undefined, 'utf-8'],
    ['utf-8', 'no-such-thing', 'text/xml; charset=iso-8859-1', 'utf-8'],
    ['windows-1256', 'windows-1256', undefined, 'windows-1256'],
    ['windows-1256', undefined, undefined, 'windows-1256'],
    ['windows-1256', 'utf-8', 'text/xml; charset=utf-8', 'windows-1256'],
    ['windows-1256', 'iso-8859-1', undefined, 'windows-1256'],
    ['iso-8859-6', undefined, undefined, 'iso-8859-6'],
    ['iso-8859-6', 'windows-1252', undefined, 'iso-8859-6'],
  ])('reads Arabic in %s labelled %s and %s', (actual, label, contentType, expected) => {
    const got = read(bytes(xml(ARABIC.replace('،', ','), label), actual), contentType);
    expect(got.text).toContain(ARABIC.replace('،', ','));
    expect(got.encoding).toBe(expected);
  });

  it.each(['windows-1252', undefined, 'utf-8', 'iso-8859-1'])(
    'reads French in windows-1252 labelled %s',
    (label) => {
      expect(read(bytes(xml(FRENCH, label), 'windows-1252')).text).toContain(FRENCH);
    },
  );

  it('takes the HTTP charset before the declaration', () => {
    const got = read(
      bytes(xml('Пример заголовка', 'iso-8859-1'), 'koi8-r'),
      'text/xml; charset=KOI8-R',
    );
    expect(got).toMatchObject({ encoding: 'koi8-r', evidence: 'http' });
    expect(got.text).toContain('Пример заголовка');
  });

  it('finds the meta element of a page', () => {
    const page =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"></head>한국어 문장</html>';
    expect(decode(bytes(page, 'euc-kr'), { kind: 'html' })).toMatchObject({
      encoding: 'euc-kr',
      text: page,
    });
  });

  it('keeps the name a document in ASCII gives itself', () => {
    expect(read(Buffer.from(xml('plain', 'iso-8859-1'))).encoding).toBe('iso-8859-1');
    expect(read(Buffer.from(xml('plain')), 'text/xml; charset="us-ascii"').encoding).toBe(
      'us-ascii',
    );
    expect(read(Buffer.from(xml('plain'))).encoding).toBe('utf-8');
  });

  it('does not take accented Latin for Arabic', () => {
    const got = decode(
      bytes('Été à Nîmes, œuvre créée près de là où l’âne brait', 'windows-1252'),
      { kind: 'text' },
    );
    expect(got.text).toContain('créée');
  });
});

describe('Unicode signatures', () => {
  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'reads %s with and without a mark',
    (encoding) => {
      const text = xml(ARABIC, 'utf-16');
      const bare = read(bytes(text, encoding));
      expect(bare).toMatchObject({ encoding, evidence: 'byte-pattern', bom: false, text });
      expect(read(bytes(`\ufeff${text}`, encoding))).toMatchObject({
        encoding,
        evidence: 'bom',
        bom: true,
        text,
      });
    },
  );

  it('drops the UTF-8 mark and believes it', () => {
    const marked = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from(xml(ARABIC, 'windows-1256')),
    ]);
    expect(read(marked)).toMatchObject({
      encoding: 'utf-8',
      bom: true,
      text: xml(ARABIC, 'windows-1256'),
    });
  });
});

describe('damage', () => {
  it('decodes a foreign stretch of a UTF-8 document on its own', () => {
    const mixed = Buffer.concat([
      Buffer.from(`<title>${ARABIC}</title><item>`),
      bytes(ARABIC, 'windows-1256'),
      Buffer.from('</item>'),
    ]);
    const got = read(mixed);
    expect(got.text).toBe(`<title>${ARABIC}</title><item>${ARABIC}</item>`);
    expect(got).toMatchObject({ encoding: 'utf-8', repaired: true, confident: false });
  });

  it('loses one character to one bad byte', () => {
    const broken = Buffer.concat([
      Buffer.from(`<a>${ARABIC}`),
      Buffer.from([0xd9]),
      Buffer.from(`${ARABIC}</a>`),
    ]);
    expect(read(broken).text).toBe(`<a>${ARABIC}\ufffd${ARABIC}</a>`);
  });

  it.each(['windows-1256', 'windows-1252'])(
    'undoes Arabic UTF-8 once read as %s where that reverses',
    (encoding) => {
      const misread = iconv.decode(Buffer.from('كتاب الساحل وسكان الجبل'), encoding);
      if (misread.includes('\ufffd')) return;
      expect(decode(Buffer.from(misread), { kind: 'text' })).toMatchObject({
        text: 'كتاب الساحل وسكان الجبل',
        repaired: true,
      });
    },
  );

  it('undoes it where browsers keep bytes that windows-1252 has no character for', () => {
    const text = 'في القرية فلاحون وفرق من كل ناحية';
    const misread = new TextDecoder('windows-1252').decode(Buffer.from(text));
    expect(decode(Buffer.from(misread), { kind: 'text' }).text).toBe(text);
  });

  it.each([
    'La forêt a été fermée',
    'La città è bella: perché no?',
    'Le garçon a été reçu',
    'La estación pasó el año',
    'A educação não mudou',
    'Größe und Übermut fürs Müsli',
    'Güneşli bir gün',
  ])('undoes «%s» once read as windows-1252', (text) => {
    const misread = new TextDecoder('windows-1252').decode(Buffer.from(text));
    expect(decode(Buffer.from(misread), { kind: 'text' }).text).toBe(text);
  });

  it('undoes French UTF-8 once read as windows-1252', () => {
    const misread = 'La bibliothÃ¨que a Ã©tÃ© rouverte';
    expect(decode(Buffer.from(misread), { kind: 'text' }).text).toBe(
      'La bibliothèque a été rouverte',
    );
  });

  it('puts windows-1252 in the place of C1 controls', () => {
    expect(decode(Buffer.from('don\u0092t'), { kind: 'text' }).text).toBe('don’t');
  });

  it('never throws, and stays linear', () => {
    for (const input of [
      new Uint8Array(),
      new Uint8Array([0xff]),
      Buffer.alloc(1_000_000, 0xe9),
      Buffer.alloc(1_000_000, '\u00d8\u00a7', 'latin1'),
    ]) {
      expect(() =>
        decode(input, { kind: 'html', contentType: 'text/html; charset=' }),
      ).not.toThrow();
    }
  });
});

describe('decodeToUtf8', () => {
  const page = (text: string): string => `<html><meta charset=utf-8><p>${text}`;
  const misread = (encoding: string): Buffer =>
    bytes(iconv.decode(Buffer.from(page(`${ARABIC} ${FRENCH} è â€™`)), encoding), 'utf-8');

  it.each([
    ['plain', Buffer.from(page('plain'))],
    ['UTF-8', Buffer.from(page(ARABIC))],
    ['a byte order mark', bytes(`\ufeff${page(FRENCH)}`, 'utf-8')],
    ['C1 controls', Buffer.from(page('l\u0092été'))],
    ['a misreading through windows-1256', misread('windows-1256')],
    ['a misreading through windows-1252', misread('windows-1252')],
    ['windows-1256', bytes(page(ARABIC), 'windows-1256')],
    ['UTF-16', bytes(page(ARABIC), 'utf-16le')],
    ['broken bytes', Buffer.concat([Buffer.from(page(ARABIC)), Buffer.from([0xff, 0xd9])])],
    ['ISO-2022-JP', bytes('<meta charset=iso-2022-jp>\u001b$B$"\u001b(B', 'latin1')],
  ])('gives the text of decode for %s', (_, input) => {
    const utf8 = decodeToUtf8(input, { kind: 'html' });
    expect(Buffer.from(utf8).toString('utf8')).toBe(decode(input, { kind: 'html' }).text);
  });

  it('does not copy what is UTF-8 already', () => {
    const input = Buffer.from(page(ARABIC));
    expect(decodeToUtf8(input, { kind: 'html' }).buffer).toBe(input.buffer);
  });
});

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'knows no charset %s',
  (label) => {
    expect(read(bytes(xml(FRENCH, label), 'utf-8'), `text/xml; charset=${label}`).text).toContain(
      FRENCH,
    );
  },
);
