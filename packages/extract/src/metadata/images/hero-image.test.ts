import { TAG } from '@nashra/html';
import { describe, expect, it } from 'vitest';
import { openPage } from '../../open-page.ts';
import { readHero } from './hero-image.ts';

const hero = (above: string, below: string): string | null => {
  const page = openPage(
    Buffer.from(`<body>${above}<h1>Le bac reprend</h1>${below}<p>Un texte.</p></body>`),
    { url: 'https://courrier.example/x' },
  );
  const { tag } = page.tree;
  return readHero(page, tag.indexOf(TAG.h1), { nodes: [tag.indexOf(TAG.p)] })?.url ?? null;
};

describe('readHero', () => {
  it('takes the picture between the headline and the text', () => {
    expect(hero('', '<img src="/bac.jpg">')).toBe('https://courrier.example/bac.jpg');
  });

  it('takes one over the headline when it is wide or a figure', () => {
    expect(hero('<img src="/bac.jpg" width="1200">', '')).toContain('/bac.jpg');
    expect(hero('<figure><img src="/bac.jpg"></figure>', '')).toContain('/bac.jpg');
    expect(hero('<img src="/bac.jpg">', '')).toBeNull();
  });

  it('takes what an empty box shows behind itself, and what a film shows before it runs', () => {
    const behind = `<div style="height:9em;background-image: url('/bac.jpg')"></div>`;
    expect(hero('', behind)).toContain('/bac.jpg');
    expect(hero('', '<div class="thumb" data-bg="/bac.jpg"></div>')).toContain('/bac.jpg');
    expect(hero('', '<video poster="/bac.jpg" src="/bac.mp4"></video>')).toContain('/bac.jpg');
    expect(hero(behind, '')).toBeNull();
    expect(hero('', '<div style="background:#fff"></div>')).toBeNull();
  });

  it('takes no face beside a byline, no logo and no menu’s picture', () => {
    expect(hero('', '<div class="author"><img src="/nadia.jpg"></div>')).toBeNull();
    expect(hero('', '<img src="/logo.png">')).toBeNull();
    expect(hero('', '<nav><img src="/bac.jpg"></nav>')).toBeNull();
  });
});
