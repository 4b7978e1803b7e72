export { categoriesOf, hintOf } from './entry-hint.ts';
export { type KeptPage, openKept, type Stores } from './kept-page.ts';
export { type PagePreview, previewReading } from './preview.ts';
export { draftOf, readPage } from './read-page.ts';
