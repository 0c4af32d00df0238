import { redisStore } from "../rate-limit/redis-store";
import type { RemoteStore } from "../rate-limit/store";
import { upstashStore } from "../rate-limit/upstash-store";
import { hasRedis, startRedis, type TestRedis } from "./redis";
import { startUpstashBridge } from "./upstash";

/** A kind of store outside the process, with the Redis behind it. */
export type TestStore = { redis: TestRedis; remote: RemoteStore; close: () => Promise<void> };

async function openRedis(): Promise<TestStore> {
  const redis = await startRedis();
  const remote = redisStore(redis.url);
  const close = async () => {
    remote.close();
    await redis.close();
  };
  return { redis, remote, close };
}

async function openUpstash(): Promise<TestStore> {
  const redis = await startRedis();
  const bridge = await startUpstashBridge(redis.url);
  const remote = upstashStore(bridge);
  const close = async () => {
    await bridge.close();
    await redis.close();
  };
  return { redis, remote, close };
}

/** The kinds that can run here: none without a Redis on this machine, which is said. */
export const testStores = hasRedis
  ? [
      { name: "Redis", open: openRedis },
      { name: "Upstash's REST protocol", open: openUpstash },
    ]
  : [];

if (!hasRedis) {
  console.warn("No redis-server on this machine: what needs one is not tested.");
}
