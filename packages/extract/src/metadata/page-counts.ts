import { TAG } from '@nashra/html';

/** How many things of a kind the page holds; what tells an article from a listing. */
export interface PageCounts {
  links: number;
  paragraphs: number;
  /** Headings that are links or hold one. */
  headingLinks: number;
  articles: number;
  times: number;
  images: number;
  videos: number;
  forms: number;
  controls: number;
}

export const noCounts = (): PageCounts => ({
  links: 0,
  paragraphs: 0,
  headingLinks: 0,
  articles: 0,
  times: 0,
  images: 0,
  videos: 0,
  forms: 0,
  controls: 0,
});

/** Counts an element by its tag; links in headings are told by where they lie. */
export function countTag(counts: PageCounts, tag: number): void {
  switch (tag) {
    case TAG.a:
      counts.links++;
      break;
    case TAG.p:
      counts.paragraphs++;
      break;
    case TAG.img:
      counts.images++;
      break;
    case TAG.form:
      counts.forms++;
      break;
    case TAG.input:
    case TAG.button:
    case TAG.select:
    case TAG.textarea:
      counts.controls++;
      break;
    case TAG.article:
      counts.articles++;
      break;
    case TAG.video:
    case TAG.iframe:
      counts.videos++;
      break;
    case TAG.time:
      counts.times++;
      break;
  }
}
