export { readHero } from './images/hero-image.ts';
export { readImages } from './images/read-images.ts';
export { classifyPage } from './kind/classify-page.ts';
export { readMetadata } from './read-metadata.ts';
