/** The bounds of one parse: what lies beyond them is cut, and the tree says so (`truncated`). */
export interface HtmlLimits {
  /** UTF-16 units of input that are read. */
  readonly maxLength: number;
  /** Nodes kept, the document included. */
  readonly maxNodes: number;
  /** Elements inside each other. Browsers stop at 512 too. */
  readonly maxDepth: number;
}

export const DEFAULT_HTML_LIMITS: HtmlLimits = {
  maxLength: 16 << 20,
  maxNodes: 1 << 20,
  maxDepth: 512,
};
