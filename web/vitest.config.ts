// Unit tests of what needs no browser: layout, labels, geometry, the state in the address. Pure functions share nothing,
// so one thread runs all files.
import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["test/**/*.test.ts"], environment: "node", pool: "threads", isolate: false, fileParallelism: false } });
