import { parseHtml } from '@nashra/html';
import { describe, expect, it } from 'vitest';
import { ownerName } from './owner-name.ts';

describe('ownerName', () => {
  it.each([
    ['© 2026 Le Courrier. Tous droits réservés.', 'Le Courrier'],
    ['Copyright © 2019-2026 Harbour Gazette | All rights reserved', 'Harbour Gazette'],
    ['جميع الحقوق محفوظة لصدى الساحل © 2026', 'صدى الساحل'],
    ['Le Courrier © 2026', 'Le Courrier'],
    ['© 2026. Tous droits réservés.', ''],
    ['Le texte de 2026 parle de droits.', ''],
  ])('of «%s» is «%s»', (line, name) => {
    expect(ownerName(parseHtml(`<p>Un texte.</p><footer><p>${line}</p></footer>`))).toBe(name);
  });
});
