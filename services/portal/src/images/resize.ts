import { imageType } from './kind.ts';

export interface Picture {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Makes a picture of bytes that somebody else wrote; undefined where they are none. */
export type Resize = (bytes: Buffer, width: number) => Promise<Picture | undefined>;

/** Of a picture, unpacked: a bomb ends here. */
const MAX_PIXELS = 50_000_000;
const QUALITY = 76;

/**
 * Makes pictures as wide as asked and at the most as wide as they are, upright, as WebP, without what cameras write into
 * them. Where `sharp` has no build for the machine they go out as they came.
 */
export async function openResize(): Promise<{ resize: Resize; isThere: boolean }> {
  const loaded = await import('sharp').catch(() => undefined);
  if (!loaded) return { resize: asItCame, isThere: false };
  const { default: sharp } = loaded;
  sharp.cache(false);
  sharp.concurrency(1);
  return {
    isThere: true,
    async resize(bytes, width) {
      if (!imageType(bytes)) return undefined;
      const input = { limitInputPixels: MAX_PIXELS, animated: false };
      const made = sharp(bytes, input).rotate().resize({ width, withoutEnlargement: true });
      return { type: 'image/webp', bytes: await made.webp({ quality: QUALITY }).toBuffer() };
    },
  };
}

const asItCame: Resize = async (bytes) => {
  const type = imageType(bytes);
  return type === undefined ? undefined : { type, bytes };
};
