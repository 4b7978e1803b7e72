/** A document of any length that asks more of a program than its length says. */
export interface Shape {
  readonly name: string;
  readonly kind: 'page' | 'feed';
  /** As many bytes of UTF-8, nearly; the same for the same random numbers. */
  make(bytes: number, random: () => number): string;
}
