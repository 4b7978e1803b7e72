export {
  type Catalog,
  type CatalogFeed,
  type CatalogPublisher,
  catalogSchema,
} from './catalog.ts';
export { catalogFromOpml, type OpmlCatalog } from './catalog-from-opml.ts';
export { catalogToOpml } from './catalog-to-opml.ts';
export { type CatalogChange, loadCatalog } from './load-catalog.ts';
export { readCatalog } from './read-catalog.ts';
export { slugOf } from './slug.ts';
