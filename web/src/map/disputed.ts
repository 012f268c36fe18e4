// Which boundaries are dashed: lines of control and boundaries that one of the two states disputes. The basis of every
// line is Natural Earth's rendering of who controls the ground.
import type { MultiLineString, Position } from "geojson";

interface Country { id?: string | number; properties?: { name?: string } | null }

const PAIRS = [
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

/** Between India and Pakistan only the north is disputed: the line of control in Kashmir. */
const NORTH = "India|Pakistan";
const FROM = 32.4; // degrees north

export function disputed(a: Country, b: Country): "no" | "whole" | "north" {
  const pair = [a.properties?.name ?? "", b.properties?.name ?? ""].sort().join("|");
  return pair === NORTH ? "north" : known.has(pair) ? "whole" : "no";
}

/** The settled and the disputed lines, with the one boundary that is both cut in two. */
export function split(settled: MultiLineString, dashed: MultiLineString, north: MultiLineString): [MultiLineString, MultiLineString] {
  const solid = [...settled.coordinates], broken = [...dashed.coordinates];
  for (const line of north.coordinates) {
    let part: Position[] = [];
    let up = line[0]![1]! >= FROM;
    for (const point of line) {
      part.push(point);
      if (point[1]! >= FROM !== up) {
        (up ? broken : solid).push(part);
        part = [point];
        up = !up;
      }
    }
    (up ? broken : solid).push(part);
  }
  return [{ type: "MultiLineString", coordinates: solid }, { type: "MultiLineString", coordinates: broken }];
}
