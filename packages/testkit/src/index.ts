export { addAddress, addFeed } from './add-address.ts';
export { addPublisher } from './add-publisher.ts';
export { type Aftermath, changeStorm, type Storm } from './change-storm.ts';
export { clearRows } from './clear-rows.ts';
export { putAddress } from './put-address.ts';
export { startService, type TestService } from './start-service.ts';
export { type TestDatabase, testDatabase } from './test-database.ts';
export { type TestRedis, testRedis } from './test-redis.ts';
export { type WaitOptions, waitFor } from './wait-for.ts';
