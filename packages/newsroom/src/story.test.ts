import { describe, expect, it } from 'vitest';
import { CHANGES_AFTER, type Story, storyAt } from './story.ts';
import { versionOf } from './version.ts';

const stories = Array.from({ length: 400 }, (_, at) => storyAt(1, at + 1));
const withFate = (fate: Story['fate']) => stories.filter((story) => story.fate === fate);

describe('storyAt', () => {
  it('writes the same story for the same seed and number, and another one for another seed', () => {
    const text = (seed: number) => versionOf(storyAt(seed, 42), 42).paragraphs.join('\n');
    expect(text(1)).toBe(text(1));
    expect(text(1)).not.toBe(text(2));
  });

  it('gives every fate and every publisher its share', () => {
    expect(new Set(stories.map((story) => story.fate)).size).toBe(8);
    expect(new Set(stories.flatMap((story) => story.carriers)).size).toBe(11);
  });

  it('lets several publishers of one language carry an agency story', () => {
    for (const { carriers, language } of stories.filter((story) => story.carriers.length > 1)) {
      expect(carriers[0]?.isAgency).toBe(true);
      expect(carriers.length).toBeGreaterThanOrEqual(3);
      expect(carriers.every((carrier) => carrier.language === language)).toBe(true);
    }
  });

  it('says the same thing twice in no two of 400 stories', () => {
    const texts = stories.map((story) => versionOf(story, story.n).paragraphs.join('\n'));
    expect(new Set(texts).size).toBe(stories.length);
  });
});

describe('versionOf', () => {
  it('leaves no slot unfilled and writes articles, not notices', () => {
    for (const story of stories) {
      const { title, paragraphs, caption } = versionOf(story, story.n + CHANGES_AFTER);
      const text = [title, ...paragraphs, caption].join('\n');
      expect(text).not.toMatch(/[{}]|undefined/);
      expect(text.split(/\s+/).length).toBeGreaterThan(120);
    }
  });

  it('corrects the figure later and says so, with the title and the address as they were', () => {
    for (const story of withFate('corrected')) {
      const before = versionOf(story, story.n);
      const after = versionOf(story, story.n + CHANGES_AFTER);
      expect(after.words).toBe(before.words);
      expect(after.paragraphs.length).toBe(before.paragraphs.length + 1);
      expect(after.paragraphs[0]).not.toBe(before.paragraphs[0]);
      expect(after.paragraphs.slice(1, -1)).toEqual(before.paragraphs.slice(1));
    }
  });

  it('changes nothing but the title when it retitles', () => {
    for (const story of withFate('retitled')) {
      const before = versionOf(story, story.n);
      const after = versionOf(story, story.n + CHANGES_AFTER);
      expect(after.title).not.toBe(before.title);
      expect({ ...after, title: '', isChanged: false }).toEqual({ ...before, title: '' });
    }
  });
});
