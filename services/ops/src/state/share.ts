/** Answers all who ask within `ms` with one reading, so that open pages cost one query, not one each. */
export function share<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let current: { at: number; value: Promise<T> } | undefined;
  return () => {
    if (!current || Date.now() - current.at > ms) {
      const value = read();
      const mine = { at: Date.now(), value };
      current = mine;
      value.catch(() => {
        if (current === mine) current = undefined;
      });
    }
    return current.value;
  };
}
