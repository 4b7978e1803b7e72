export { addAddress, addFeed } from './add-address.ts';
export { addArticle, addArticles, draftOf, image, type Telling } from './add-articles.ts';
export { addPublisher } from './add-publisher.ts';
export { type Aftermath, changeStorm, type Storm } from './change-storm.ts';
export { clearRows } from './clear-rows.ts';
export { cpuOfProcess, cpuOfTree, memoryOf } from './cpu.ts';
export { type Crawled, type CrawlOptions, crawl, faultsOf } from './crawl.ts';
export { ENGINES, type Engine, type EngineName, startEngine } from './engines.ts';
export { type Asked, type Hub, startHub } from './hub.ts';
export { findBrowser, openBrowser } from './open-browser.ts';
export { type OwnPostgres, ownPostgres } from './own-postgres.ts';
export { copyCluster, type PostgresPair, startPair, startReplica } from './postgres-pair.ts';
export { startProxy, type TcpProxy } from './proxy.ts';
export {
  answer,
  articlePage,
  type Publisher,
  type Route,
  rss,
  serve,
  startPublisher,
} from './publisher.ts';
export { putAddress } from './put-address.ts';
export { S3_KEYS, type S3Server, type StoredObject, startS3 } from './s3/start-s3.ts';
export { soonest } from './soonest.ts';
export { type Bouncer, findBouncer, startBouncer } from './start-bouncer.ts';
export { type RedisCluster, startCluster } from './start-cluster.ts';
export { startService, type TestService } from './start-service.ts';
export { type TestDatabase, testDatabase } from './test-database.ts';
export { type TestRedis, testRedis } from './test-redis.ts';
export { type WaitOptions, waitFor } from './wait-for.ts';
