export type IndexOutcome = 'created' | 'revised' | 'stale';

export interface IndexDeps {
  /** Resolves when the address's article is committed, together with others of its batch. */
  write(addressId: number): Promise<IndexOutcome>;
}
