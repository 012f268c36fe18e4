// Imports a serialised graph into graphology and prints its export.
import { readFileSync } from "node:fs";
import Graph from "graphology";

const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
const graph = Graph.from(document);
if (graph.order !== document.nodes.length || graph.size !== document.edges.length) throw new Error("something is missing");
console.log(JSON.stringify(graph.export()));
