// Loads elements into Cytoscape.js and prints what it holds then.
import { readFileSync } from "node:fs";
import cytoscape from "cytoscape";

const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
const cy = cytoscape({ headless: true, elements: document.elements, data: document.data });
const nodes = cy.nodes().map((n) => n.data());
const edges = cy.edges().map((e) => ({ ...e.data(), source: e.source().id(), target: e.target().id() }));
const classes = cy.edges().map((e) => e.classes());
console.log(JSON.stringify({ nodes, edges, classes, data: cy.data() }));
