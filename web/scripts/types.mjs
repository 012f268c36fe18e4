// Writes src/api/schema.d.ts from an OpenAPI document: `npm run types -- openapi.json`. With --check it writes nothing
// and fails when the committed file differs.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const OUT = new URL("../src/api/schema.d.ts", import.meta.url);
const [file, ...flags] = process.argv.slice(2);
if (!file) {
  console.error("usage: npm run types -- OPENAPI.json [--check]");
  process.exit(2);
}
const document = JSON.parse(await readFile(file, "utf8"));
const body = astToString(await openapiTS(document));
const text = `// Generated from the OpenAPI document by \`npm run types\`; do not edit.\n${body}`;
if (!flags.includes("--check")) await writeFile(OUT, text);
else if ((await readFile(OUT, "utf8").catch(() => "")) !== text) {
  console.error("src/api/schema.d.ts is stale: run npm run types and commit it");
  process.exit(1);
}
