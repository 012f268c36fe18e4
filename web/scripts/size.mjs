// How much a first visit loads, compressed: everything that index.html asks for at once, without fonts and the map.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const folder = new URL("../../app/static/", import.meta.url);
const MOST = 120_000;
const files = readdirSync(new URL("assets/", folder)).filter((name) => /\.(js|css)$/.test(name) && !name.startsWith("world-"));
let total = gzipSync(readFileSync(new URL("index.html", folder))).length;
for (const name of files) {
  const size = gzipSync(readFileSync(new URL(`assets/${name}`, folder))).length;
  total += size;
  console.log(`${String(size).padStart(8)} ${name}`);
}
console.log(`${String(total).padStart(8)} bytes gzip in all (at most ${MOST})`);
process.exit(total > MOST ? 1 : 0);
