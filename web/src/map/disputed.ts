// Which boundaries are dashed: lines of control and boundaries that one of the two states disputes. The basis of every
// line is Natural Earth's rendering of who controls the ground.
interface Country { id?: string | number; properties?: { name?: string } | null }

const PAIRS = [
  ["India", "Pakistan"], // line of control in Kashmir, and the boundary that continues it
  ["India", "China"], // line of actual control
  ["India", "Siachen Glacier"], ["Pakistan", "Siachen Glacier"], ["China", "Siachen Glacier"],
  ["Pakistan", "China"], // beyond the line of control
  ["Afghanistan", "Pakistan"], // the Durand Line, which Afghan governments have not recognised
  ["Morocco", "W. Sahara"], ["Cyprus", "N. Cyprus"], ["Serbia", "Kosovo"], ["Somalia", "Somaliland"],
  ["Israel", "Palestine"], ["Israel", "Syria"], ["Georgia", "Russia"], ["Ukraine", "Russia"],
  ["Sudan", "S. Sudan"], ["Sudan", "Egypt"], ["Ethiopia", "Somalia"], ["Guyana", "Venezuela"], ["Guyana", "Suriname"],
  ["North Korea", "South Korea"], ["Armenia", "Azerbaijan"], ["Kyrgyzstan", "Tajikistan"],
].map((pair) => [...pair].sort().join("|"));

const known = new Set(PAIRS);

export const disputed = (a: Country, b: Country): boolean => known.has([a.properties?.name ?? "", b.properties?.name ?? ""].sort().join("|"));
