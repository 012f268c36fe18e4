// Writes src/api/schema.d.ts from the committed OpenAPI document (or another one that is named). With --check it writes
// nothing and fails when the committed file differs: `npm run types -- --check`.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const OUT = new URL("../src/api/schema.d.ts", import.meta.url);
const flags = process.argv.slice(2);
const file = flags.find((flag) => !flag.startsWith("--")) ?? new URL("../../docs/openapi.json", import.meta.url);
const document = JSON.parse(await readFile(file, "utf8"));
const body = astToString(await openapiTS(document));
const text = `// Generated from the OpenAPI document by \`npm run types\`; do not edit.\n${body}`;
if (!flags.includes("--check")) await writeFile(OUT, text);
else if ((await readFile(OUT, "utf8").catch(() => "")) !== text) {
  console.error("src/api/schema.d.ts is stale: run npm run types and commit it");
  process.exit(1);
}
