import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../index.ts';

const bytes = readFileSync(new URL('./fixtures/agency.xml', import.meta.url));

describe('RSS 1.0', () => {
  const feed = parseFeed(bytes, { url: 'https://agence.example/rss' });

  it('finds the items beside the channel', () => {
    expect(feed).toMatchObject({
      format: 'rdf',
      version: '1.0',
      title: 'Agence du détroit',
      link: 'https://agence.example/',
      language: 'fr',
      syndicationMinutes: 1440,
      image: { url: 'https://agence.example/logo.gif', link: 'https://agence.example/' },
      warnings: [],
    });
    expect(feed.entries).toHaveLength(2);
  });

  it('reads Dublin Core', () => {
    expect(feed.entries[0]).toMatchObject({
      id: 'https://agence.example/1',
      address: 'https://agence.example/1',
      authors: [{ name: 'K. Amrani' }],
      categories: [{ term: 'Transport' }],
      published: { instant: '2024-02-10T11:00:00Z' },
    });
  });

  it('takes the resource for the address of an item without a link', () => {
    expect(feed.entries[1]?.address).toBe('https://agence.example/2');
  });

  it('knows RSS 0.90 by its namespace', () => {
    const old =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>N</title></channel><item><title>I</title></item></rdf:RDF>';
    expect(parseFeed(Buffer.from(old), { url: 'https://n.example/' })).toMatchObject({
      version: '0.90',
      title: 'N',
    });
  });
});
