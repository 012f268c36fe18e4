// Builds the explorer into app/static. Addresses are relative, so that it works under any path; nothing is inlined,
// so that a strict Content-Security-Policy holds.
import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: {
    outDir: "../app/static",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: true,
    reportCompressedSize: false,
  },
  worker: { format: "es" },
  server: { proxy: { "/v1": "http://127.0.0.1:8000" } },
});
