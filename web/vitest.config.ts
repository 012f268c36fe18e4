// Unit tests of what needs no browser: layout, labels, geometry, the state in the address.
import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["test/**/*.test.ts"], environment: "node" } });
