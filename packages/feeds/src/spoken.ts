import type {
  FeedCategory,
  FeedDate,
  FeedElement,
  FeedEnclosure,
  FeedGenerator,
  FeedImage,
  FeedLink,
  FeedMetadata,
  FeedNews,
  FeedPerson,
  FeedPlace,
  FeedSource,
  FeedText,
} from './feed.ts';
import type { ReadContext } from './read-context.ts';

const bareImage = { title: null, caption: null, link: null, width: null, height: null };

export type TextSlot = 'title' | 'subtitle' | 'summary' | 'rights';
export type DateSlot = 'published' | 'updated' | 'created';
export type AddressSlot = 'link' | 'guid' | 'original' | 'about' | 'comments';

/**
 * What the elements of a feed, an entry or a source have said so far. Several elements may speak for one field: each
 * speaks with a rank, and the lowest is heard.
 */
export class Spoken {
  readonly context: ReadContext;
  id: string | null = null;
  language: string | null = null;
  publisher: FeedPerson | null = null;
  generator: FeedGenerator | null = null;
  image: FeedImage | null = null;
  source: FeedSource | null = null;
  news: FeedNews | null = null;
  place: FeedPlace | null = null;
  readonly addresses: Record<AddressSlot, string | null> = {
    link: null,
    guid: null,
    original: null,
    about: null,
    comments: null,
  };
  readonly links: FeedLink[] = [];
  readonly authors: FeedPerson[] = [];
  readonly contributors: FeedPerson[] = [];
  readonly categories: FeedCategory[] = [];
  readonly enclosures: FeedEnclosure[] = [];
  readonly images: FeedImage[] = [];
  readonly contents: FeedText[] = [];
  readonly extensions: FeedElement[] = [];
  readonly texts: Record<TextSlot, FeedText | null> = {
    title: null,
    subtitle: null,
    summary: null,
    rights: null,
  };
  readonly #textRanks = { title: 99, subtitle: 99, summary: 99, rights: 99 };
  readonly #dates: Record<DateSlot, string> = { published: '', updated: '', created: '' };
  readonly #dateRanks = { published: 99, updated: 99, created: 99 };
  /** What was said beside it, for a date that turns out to be none. */
  readonly #spareDates: Record<DateSlot, string> = { published: '', updated: '', created: '' };

  constructor(context: ReadContext) {
    this.context = context;
  }

  wants(slot: TextSlot, rank: number): boolean {
    return rank < this.#textRanks[slot];
  }

  setText(slot: TextSlot, text: FeedText, rank: number): void {
    if (text.value === '' || !this.wants(slot, rank)) return;
    this.texts[slot] = text;
    this.#textRanks[slot] = rank;
  }

  /** Of two dates of one rank the later written counts: publishers append what they correct. */
  setDate(slot: DateSlot, text: string, rank: number): void {
    if (text === '') return;
    if (rank > this.#dateRanks[slot]) {
      this.#spareDates[slot] ||= text;
      return;
    }
    if (this.#dates[slot] !== '') this.#spareDates[slot] = this.#dates[slot];
    this.#dates[slot] = text;
    this.#dateRanks[slot] = rank;
  }

  /** Adds to one of the lists, up to the bound. */
  add<T>(list: T[], item: T): void {
    if (list.length < this.context.limits.maxListItems) list.push(item);
  }

  addCategory(category: FeedCategory): void {
    const { term, scheme } = category;
    if (this.categories.length >= this.context.limits.maxListItems) return;
    if (term === '' && scheme === null) return;
    if (this.categories.some((known) => known.term === term && known.scheme === scheme)) return;
    this.add(this.categories, category);
  }

  addImage(url: string, details?: Partial<FeedImage>): void {
    if (this.images.some((known) => known.url === url)) return;
    this.add(this.images, { ...bareImage, ...details, url });
  }

  date(slot: DateSlot): FeedDate | null {
    const [text, spare] = [this.#dates[slot], this.#spareDates[slot]];
    const date = text === '' ? null : this.context.date(text);
    return date === null && spare !== '' ? this.context.date(spare) : date;
  }

  /** The fields that feeds, entries and sources have in common. */
  metadata(title: string): FeedMetadata {
    return {
      id: this.id,
      title,
      links: this.links,
      authors: this.authors,
      contributors: this.contributors,
      publisher: this.publisher,
      categories: this.categories,
      language: this.language,
      published: this.date('published'),
      updated: this.date('updated'),
      created: this.date('created'),
      images: this.images,
      texts: { ...this.texts, contents: this.contents },
      extensions: this.extensions,
    };
  }
}
