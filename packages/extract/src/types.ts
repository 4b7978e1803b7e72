import type { Tree } from '@nashra/html';
import type { AuthorPlace } from './metadata/authors/authors.ts';
import type { TitlePlace } from './metadata/title/title-places.ts';
import type { Rights } from './rights/rights.ts';

/** What kind of page it is; only `article` is stored as one. */
export type PageKind = 'article' | 'listing' | 'home' | 'video' | 'gallery' | 'error' | 'other';

/** Where a date was read. */
export type DateSource = 'json-ld' | 'meta' | 'time' | 'visible' | 'address' | 'feed';

/** A moment with what is known about it. */
export interface DateEvidence {
  /** ISO 8601 with offset; a day is its first instant in the publisher's zone. */
  readonly instant: string;
  readonly precision: 'second' | 'minute' | 'day' | 'approx';
  /** 0 to 1. */
  readonly confidence: number;
  readonly source: DateSource;
}

export interface ArticleImage {
  /** Absolute http(s) address. */
  readonly url: string;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly alt: string | null;
}

/** What is known about the publisher before the page is read. */
export interface PublisherHint {
  readonly name?: string;
  /** IANA zone in which dates without an offset are read. */
  readonly timeZone?: string;
  /** BCP 47. */
  readonly language?: string;
}

/** What the feed said about the page; evidence, not truth. */
export interface FeedEntryHint {
  readonly title?: string;
  /** Plain text or HTML. */
  readonly summary?: string;
  /** ISO 8601 with offset. */
  readonly publishedAt?: string;
  readonly authors?: readonly string[];
}

/** Bounds on one page. */
export interface ExtractLimits {
  /** Bytes read; the rest is ignored with a warning. */
  readonly bytes: number;
  /** Blocks that are judged; later ones are dropped with a warning. */
  readonly blocks: number;
  /** Bytes of UTF-8 of all that is kept of a page, together; a shorter page has what its own length allows. */
  readonly output: number;
}

export interface ExtractOptions {
  /** The address the bytes came from, after redirects. */
  readonly url: string;
  /** The Content-Type header. */
  readonly contentType?: string;
  /** Fields of the answer's head by lower-case name, for what they say of rights. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly publisher?: PublisherHint;
  readonly feedEntry?: FeedEntryHint;
  readonly memory?: PublisherMemory;
  /** The moment relative and future dates are judged by; the present when absent. */
  readonly now?: Date;
  /** Adds `blocks`. */
  readonly explain?: boolean;
  /** Adds `observation`, for `learnMemory`. */
  readonly observe?: boolean;
  readonly limits?: Partial<ExtractLimits>;
}

/** A page while it is being read: what metadata and body share. */
export interface Page {
  readonly tree: Tree;
  readonly url: string;
  /** What relative addresses count from: the `base` element's, else the page's own. */
  readonly base: string;
  /** `lang` of the html element (BCP 47, as written), else the publisher's, else null. */
  readonly languageHint: string | null;
  readonly options: ExtractOptions;
}

/** What the page's structure says about its kind, counted while the tree is walked. */
export interface PageSigns {
  /** What JSON-LD, og:type or microdata call the page; null when they say nothing of use. */
  readonly declared: 'article' | 'video' | 'gallery' | 'listing' | null;
  readonly links: number;
  /** Headings that are links or hold one: the headlines of other pages. */
  readonly headingLinks: number;
  readonly paragraphs: number;
  readonly articleElements: number;
  readonly images: number;
  readonly videos: number;
  /** A heading shows the page's title. */
  readonly hasHeadline: boolean;
  /** Whether that is another element than an h1. */
  readonly isLesserHeadline: boolean;
  readonly forms: number;
  /** Fields and buttons. */
  readonly controls: number;
  /** Times said in elements of their own, asides included. */
  readonly times: number;
  /** h1 elements, and headings below them that lead nowhere. */
  readonly mainHeadings: number;
  readonly subheadings: number;
  /** Types that JSON-LD names, in lower case, without the vocabulary. */
  readonly types: readonly string[];
  /** og:type in lower case, '' without one. */
  readonly ogType: string;
}

/** What the head, JSON-LD and the visible furniture say, read before the body. */
export interface Metadata {
  /** Without the site's name; '' when nothing names the page. */
  readonly title: string;
  readonly authors: readonly string[];
  /** Whether nobody is said to have written it but the house itself. */
  readonly isByHouse: boolean;
  /** Whether a text is nothing but a name of the house. */
  readonly namesHouse: (text: string) => boolean;
  /** Where title and authors were read. */
  readonly places: {
    readonly title: readonly TitlePlace[];
    readonly authors: AuthorPlace;
  };
  readonly published: DateEvidence | null;
  readonly modified: DateEvidence | null;
  readonly section: string | null;
  readonly tags: readonly string[];
  /** BCP 47 as declared; the body decides in the end. */
  readonly language: string | null;
  readonly canonicalUrl: string | null;
  readonly ampUrl: string | null;
  readonly leadImage: ArticleImage | null;
  readonly paywalled: boolean;
  readonly liveBlog: boolean;
  readonly rights: Rights | null;
  /** Evidence for the body's judge: every title the page gives itself (h1, og:title, JSON-LD headline). */
  readonly titles: readonly string[];
  /** Descriptions of the page (meta, og, JSON-LD), plain text. */
  readonly descriptions: readonly string[];
  /** JSON-LD articleBody as plain text, '' when absent. It may be cut or wrong. */
  readonly articleBody: string;
  readonly signs: PageSigns;
}

/** What the body's judge found, for what is decided after it. */
export interface BodyFacts {
  /** Paragraphs apart by an empty line. */
  readonly text: string;
  readonly wordCount: number;
  /** Smallest element around the kept blocks, -1 when there are none. */
  readonly root: number;
  /** Elements of the kept blocks in document order. */
  readonly nodes: readonly number[];
  /** Characters in links outside the kept blocks. */
  readonly linkChars: number;
}

/** One judged block, for a person who asks why. */
export interface BlockExplanation {
  readonly text: string;
  /** Tag path with classes, from the block up. */
  readonly path: string;
  readonly kept: boolean;
  /** Probability that the block belongs to the body. */
  readonly score: number;
  /** The features that moved the score most, strongest first. */
  readonly reasons: readonly {
    readonly feature: string;
    readonly value: number;
    readonly weight: number;
  }[];
}

/** How likely each field is right, 0 to 1; of `body` that nine words of ten are (F1 ≥ .9), of `date` that the day is. */
export interface Sureness {
  readonly article: number;
  readonly body: number;
  readonly title: number;
  readonly authors: number;
  readonly date: number;
}

export interface Extraction {
  readonly kind: PageKind;
  readonly isArticle: boolean;
  /** Of `kind`, 0 to 1. */
  readonly confidence: number;
  readonly sureness: Sureness;
  /** Where title, authors and date were read. */
  readonly evidence: {
    readonly title: readonly TitlePlace[];
    readonly authors: AuthorPlace;
    readonly date: DateSource | null;
  };
  readonly title: string;
  readonly authors: readonly string[];
  readonly published: DateEvidence | null;
  readonly modified: DateEvidence | null;
  readonly section: string | null;
  readonly tags: readonly string[];
  /** BCP 47, null when it cannot be told. */
  readonly language: string | null;
  /** Plain text, paragraphs apart by an empty line, verse and code in their lines, a table a row a line and its cells apart by a tab. */
  readonly body: string;
  /** Allow-listed, safe to show. */
  readonly html: string;
  readonly leadImage: ArticleImage | null;
  readonly images: readonly ArticleImage[];
  readonly canonicalUrl: string | null;
  readonly ampUrl: string | null;
  readonly paywalled: boolean;
  readonly liveBlog: boolean;
  /** What the page and its answer restrict; null for nothing. */
  readonly rights: Rights | null;
  readonly wordCount: number;
  readonly extractorVersion: string;
  readonly blocks?: readonly BlockExplanation[];
  readonly observation?: PageObservation;
  /** Reason codes of what was cut or guessed. */
  readonly warnings: readonly string[];
}

/** What many pages of one publisher taught; bounded (some tens of kilobytes), and few objects: a process holds hundreds. */
export interface PublisherMemory {
  /** Grows when the publisher's layout changes and memory starts anew. */
  readonly generation: number;
  /** Pages seen; halved now and then, together with the counts. */
  readonly pages: number;
  /** Share of recent bodies that lies in slots known to hold bodies. */
  readonly fit: number;
  /** True once bodies were seen to lie in few slots, so that their leaving them means something. */
  readonly settled: boolean;
  /** Rows of two by rising hash: of a block's text, and how many pages had it. */
  readonly repeated: Int32Array;
  /** Rows of three by rising hash: of a template slot, and the characters of body and of other text that it held. */
  readonly slots: Int32Array;
}

/** One page as memory sees it, without its text: a column each, a place a block. */
export interface PageObservation {
  /** Hashes of the folded words; 0 for texts that repeat by chance. */
  readonly texts: Int32Array;
  /** Hashes of the template slots: tags and classes from the body element down. */
  readonly slots: Int32Array;
  readonly chars: Int32Array;
  /** 1 for what was kept as body. */
  readonly kept: Uint8Array;
  /** Hashes of the template slots that texts stand in and of the elements around them, each once, as they come. */
  readonly frame: Int32Array;
  /** Whether the page shows a film, or plays a sound. */
  readonly hasPlayer: boolean;
}
