// Reads GEXF as Gephi Lite does, through graphology-gexf, and prints the export.
import { readFileSync } from "node:fs";
import Graph from "graphology";
import gexf from "graphology-gexf";

const graph = gexf.parse(Graph, readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(graph.export()));
