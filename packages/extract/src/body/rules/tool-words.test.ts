import { describe, expect, it } from 'vitest';
import { isTools, saysTools } from './tool-words.ts';

const SAID = [
  'Back to the top',
  'Link has been copied',
  'Download the article as PDF',
  'Be the first to comment',
  'Retour en haut de page',
  'Revenir à l’accueil',
  'Notez cet article',
  'Lire dans l’application',
  'Volver arriba',
  'Escanea el código QR',
  '¿Te ha gustado este artículo?',
  'Zurück zur Startseite',
  'Wir respektieren Ihre Privatsphäre',
  'Nächster Artikel',
  'Torna alla home',
  'Aggiungi ai preferiti',
  'Voltar ao topo',
  'Seja o primeiro a comentar',
  'العودة إلى الأعلى',
  'احفظ للقراءة لاحقا',
  'تحميل المقال PDF',
];
const BUTTONS = ['Imprimer', 'Loading…', 'Cargando…', 'Druckversion', 'إعلان', '12 commentaires'];
const TOLD = [
  'Back to the island',
  'The link was copied by hand',
  'Enregistrer les vœux des morts',
  'La fuente aún corre',
  'Nach dem Regen',
  'Leggere il mare',
  'O primeiro barco',
  'العودة إلى القرية',
  'print(text)',
  'Read this',
  'The story',
];

describe('a line of words about a page', () => {
  it.each(SAID)('is told: %s', (line) => expect(saysTools(line)).toBe(true));
  it.each(BUTTONS)('is told at the ends of a text: %s', (line) =>
    expect([isTools(line), saysTools(line)]).toEqual([true, false]),
  );
  it.each(TOLD)('is not made of what anybody says: %s', (line) =>
    expect(isTools(line)).toBe(false),
  );
});
