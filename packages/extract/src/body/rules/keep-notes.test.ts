import { describe, expect, it } from 'vitest';
import { extract } from '../../index.ts';

const own = [
  'Every evening the keeper writes the weather into a ledger that was begun before her mother was born, and nobody has ever asked her to stop.',
  'The ledger is the ninth of its kind, and the eight before it stand on a shelf whose paint has gone where hands have held it for a century.',
  'There is a plan for a camera, and she does not mind it, as long as somebody brings a pencil when the lens has to be cleaned in winter.',
].map((text) => `<p>${text}`);

const bodyOf = (notes: string): string =>
  extract(
    Buffer.from(
      `<html lang="en"><title>The keeper’s ledger</title><main><h1>The keeper’s ledger</h1><div>${own[0]}<sup><a id="r1" href="#n1">1</a></sup></p>${own[1]}</p>${own[2]}</p></div></main><div class="footer comments">${notes}</div></html>`,
    ),
    { url: 'https://lights.example/ledger' },
  ).body;

describe('notes that a text refers to', () => {
  it('stay where they lead back to it', () => {
    const note = '<p id="n1">The first keeper wrote in pencil too. <a href="#r1">↩</a></p>';
    expect(bodyOf(note)).toContain('wrote in pencil too');
  });

  it('go where they say nothing of their own', () => {
    const note = '<p id="n1">A. Quill, Lamps of the West, pp. 44. <a href="#r1">↩</a></p>';
    expect(bodyOf(note)).not.toContain('Lamps of the West');
  });
});
