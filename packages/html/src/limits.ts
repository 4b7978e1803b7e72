/**
 * The bounds of one parse: what lies beyond them is cut, and the tree says so (`truncated`). Beside these an element keeps 256
 * attributes, and a document 65,000 different names of tags and of attributes.
 */
export interface HtmlLimits {
  /** Bytes of input that are read. */
  readonly maxLength: number;
  /** Nodes kept, the document included; reading stops before the token that might add more. */
  readonly maxNodes: number;
  /**
   * Elements open inside each other; browsers stop at 512 too. Start tags that lie deeper are left out, what they contain is
   * not.
   */
  readonly maxDepth: number;
}

export const DEFAULT_HTML_LIMITS: HtmlLimits = {
  maxLength: 16 << 20,
  maxNodes: 1 << 19,
  maxDepth: 512,
};
