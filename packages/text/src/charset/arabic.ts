import iconv from 'iconv-lite';

export type ArabicEncoding = 'windows-1256' | 'iso-8859-6';

/** Occurrences of each letter per thousand in running Arabic. */
const PER_MILLE: Readonly<Record<string, number>> = {
  ا: 155, ل: 120, ي: 70, م: 65, و: 60, ن: 60, ر: 50, ت: 50, ب: 40, ة: 35, ع: 35, د: 33, ه: 30,
  س: 30, ف: 28, ق: 27, ك: 23, أ: 23, ح: 20, ج: 14, ش: 12, ى: 10, ص: 10, ط: 9, خ: 8, إ: 8, ض: 6,
  ذ: 5, ز: 6, ث: 6, غ: 5, ئ: 4, ء: 4, ؤ: 2, ظ: 2, آ: 2,
}; // biome-ignore format: one alphabet, read as a table

/** Bits below which a byte is no evidence for Arabic at all. */
const FOREIGN_BITS = -11;
const RARE_BITS = -8;

function bitsTable(encoding: ArabicEncoding): Float64Array {
  const table = new Float64Array(256);
  for (let byte = 0x80; byte < 256; byte++) {
    const letter = iconv.decode(Buffer.from([byte]), encoding);
    const perMille = PER_MILLE[letter];
    if (perMille) table[byte] = Math.log2(perMille / 1000);
    else table[byte] = /[\p{L}\ufffd]/u.test(letter) ? FOREIGN_BITS : RARE_BITS;
  }
  return table;
}

let tables: Record<ArabicEncoding, Float64Array> | undefined;

/** Arabic's own entropy is near −4.2 bits a letter; other scripts read as Arabic lie below −6. */
const ARABIC_BITS = -5.3;
const SAMPLE = 65_536;

/**
 * Tells Arabic in a one-byte encoding by the frequencies of its letters. Only runs of three and
 * more high bytes count: accented Latin letters stand alone, Arabic words do not.
 */
export function arabicEncoding(bytes: Uint8Array): ArabicEncoding | undefined {
  tables ??= { 'windows-1256': bitsTable('windows-1256'), 'iso-8859-6': bitsTable('iso-8859-6') };
  const windows = tables['windows-1256'];
  const iso = tables['iso-8859-6'];
  let high = 0;
  let inRuns = 0;
  let windowsBits = 0;
  let isoBits = 0;
  let i = 0;
  while (i < bytes.length && high < SAMPLE) {
    if ((bytes[i] as number) < 0x80) {
      i++;
      continue;
    }
    const start = i;
    let windowsRun = 0;
    let isoRun = 0;
    while (i < bytes.length && (bytes[i] as number) >= 0x80) {
      windowsRun += windows[bytes[i] as number] as number;
      isoRun += iso[bytes[i] as number] as number;
      i++;
    }
    high += i - start;
    if (i - start < 3) continue;
    inRuns += i - start;
    windowsBits += windowsRun;
    isoBits += isoRun;
  }
  if (inRuns < 4 || inRuns < high * 0.5) return undefined;
  const best = Math.max(windowsBits, isoBits) / inRuns;
  if (best < ARABIC_BITS) return undefined;
  return isoBits > windowsBits ? 'iso-8859-6' : 'windows-1256';
}
