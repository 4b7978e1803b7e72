export {
  type Catalog,
  type CatalogFeed,
  type CatalogPublisher,
  catalogSchema,
} from './catalog.ts';
export { type CatalogChange, loadCatalog } from './load-catalog.ts';
export { catalogFromOpml, catalogToOpml } from './opml.ts';
export { readCatalog } from './read-catalog.ts';
export { slugOf } from './slug.ts';
