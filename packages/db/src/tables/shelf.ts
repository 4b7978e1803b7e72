/** Where an article stands for readers: its sections, authors, language and day. */
export interface ShelfTable {
  kind: string;
  key: string;
  published_at: Date;
  article_id: number;
}

/** How many stand there, and how many a publisher has: a sum of differences, folded now and then. */
export interface ShelfTallyTable {
  kind: string;
  key: string;
  n: number;
}
