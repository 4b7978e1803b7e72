export interface Written {
  readonly addressId: number;
  readonly articleId: number;
  /** Of the revision; 1 for a new article. */
  readonly number: number;
}
