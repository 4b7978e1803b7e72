import { eld } from 'eld/small';
import { describe, expect, it } from 'vitest';
import { likeliestLanguage } from './statistics.ts';

const texts = [
  'The harbour office closed early because of the storm that came in from the west.',
  'Le bureau du port a fermé plus tôt à cause de la tempête venue de l’ouest.',
  'Das Hafenamt schloss wegen des Sturms aus dem Westen früher als üblich.',
  'La oficina del puerto cerró antes por la tormenta que llegó desde el oeste.',
  'Havnekontoret stengte tidlig på grunn av stormen som kom inn fra vest.',
  'Přístavní úřad zavřel dříve kvůli bouři, která přišla od západu.',
  'Liman ofisi batıdan gelen fırtına nedeniyle erken kapandı.',
  'Портовая контора закрылась раньше из-за шторма, пришедшего с запада.',
  'Портова контора зачинилася раніше через шторм із заходу.',
  'बंदरगाह कार्यालय पश्चिम से आए तूफान के कारण जल्दी बंद हो गया।',
  'Văn phòng cảng đóng cửa sớm vì cơn bão từ phía tây.',
  'ab',
  'q’ x’ z’',
  '12 34 …',
  '',
];

describe('likeliestLanguage', () => {
  it.each(texts)('says of «%s» what the database it was made of says', (text) => {
    const { language } = eld.detect(text);
    expect(likeliestLanguage(text).lang).toBe(language);
  });

  it('relies on sentences, not on scraps', () => {
    expect(likeliestLanguage(texts[1] as string).reliable).toBe(true);
    expect(likeliestLanguage('ab').reliable).toBe(false);
    expect(likeliestLanguage('')).toEqual({ lang: '', reliable: false });
  });
});
