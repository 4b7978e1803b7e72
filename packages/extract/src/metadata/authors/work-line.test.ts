import { describe, expect, it } from 'vitest';
import { signersByWork } from './work-line.ts';

describe('signersByWork', () => {
  it.each([
    ['Jane Doe reports from Port Lowen', ['Jane Doe']],
    ['Filed by our harbour reporter Jane Doe · 4 min', ['Jane Doe']],
    ['Words: Jane Doe', ['Jane Doe']],
    ['Une enquête signée Anne Dupont et Marc Petit', ['Anne Dupont', 'Marc Petit']],
    ['Texte et photos : Anne Dupont', ['Anne Dupont']],
    ['Recueilli par Anne Dupont, envoyée spéciale à Pontrieu', ['Anne Dupont']],
    ['وادي الرمان – مراسلنا هيثم الرقيق', ['هيثم الرقيق']],
    ['تغطية: سمير الهلالي – تصوير: نادر السالمي', ['سمير الهلالي']],
    ['كتبته للجريدة: هاجر المرزوقي', ['هاجر المرزوقي']],
  ])('reads who signs in %s', (line, names) => {
    expect(signersByWork(line)).toEqual(names);
  });

  it.each([
    'Jane Doe reports record sales after a dry summer',
    'Photos: Jane Doe',
    'Additional reporting by Jane Doe',
    'Translated by Jane Doe from a report in Spanish',
    'The report of the Harbour Board',
    'Port Lowen',
    'تصوير: نادر السالمي',
    'كتب التلاميذ رسائل إلى رئيس البلدية',
    'تقرير المجلس الأعلى للحسابات',
  ])('finds nobody in %s', (line) => {
    expect(signersByWork(line)).toEqual([]);
  });
});
