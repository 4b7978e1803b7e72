/** The little of jsdom that is used; it ships no types. */
declare module 'jsdom' {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(html: Uint8Array, options: { url: string; virtualConsole: VirtualConsole });
    readonly window: { readonly document: unknown; close(): void };
  }
}
