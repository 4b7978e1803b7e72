export { addAddress, addFeed } from './add-address.ts';
export { addPublisher } from './add-publisher.ts';
export { clearRows } from './clear-rows.ts';
export { startProxy, type TcpProxy } from './proxy.ts';
export { putAddress } from './put-address.ts';
export { startService, type TestService } from './start-service.ts';
export { type TestDatabase, testDatabase } from './test-database.ts';
export { type TestRedis, testRedis } from './test-redis.ts';
export { type WaitOptions, waitFor } from './wait-for.ts';
