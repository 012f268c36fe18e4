// Parses a flowchart with Mermaid's own parser and prints its vertices and edges.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const dom = new JSDOM("");
globalThis.window = dom.window;
globalThis.document = dom.window.document;
const { default: mermaid } = await import("mermaid");
const text = readFileSync(process.argv[2], "utf8");
await mermaid.parse(text); // which also loads the kind of diagram
const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
const vertices = [...db.getVertices().values()].map(({ id, text, type }) => ({ id, text, type }));
const edges = db.getEdges().map(({ start, end, text, type, stroke, style }) => ({ start, end, text, type, stroke, style }));
console.log(JSON.stringify({ vertices, edges }));
