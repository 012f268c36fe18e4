// Entry: the typeface, the styles, the first question to the API before anything is drawn, then the page.
import "@fontsource-variable/inter/wght.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/graph.css";
import "./styles/parts.css";
import "./styles/pages.css";
import "./styles/print.css";
import { render } from "preact";
import { App } from "./app";
import { start } from "./state/data";
import { loadOntology } from "./state/ontology";

performance.mark("explorer:started");
start();
void loadOntology();
const root = document.getElementById("app")!;
root.replaceChildren();
render(<App />, root);
