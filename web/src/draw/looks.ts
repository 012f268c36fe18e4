// One channel, one meaning. Hue = sign; line = status; ending = direction and hostility; shape and glyph = type;
// size = degree. The legend is made from these tables, so it cannot say anything else than what is drawn.
import type { GraphEdge, Status } from "../api/shapes";

export type Line = "solid" | "long" | "short" | "dots" | "dashdot" | "double" | "struck" | "wave";

/** How a status is drawn. */
export const LINE: Record<Status, Line> = {
  asserted: "solid",
  attributed: "long",
  alleged: "short",
  agreed: "dots",
  planned: "dots",
  expected: "dots",
  hypothetical: "dashdot",
  normative: "dashdot",
  questioned: "dashdot",
  contested: "double",
  denied: "struck",
};

export const DASHES: Partial<Record<Line, string>> = { long: "11 5", short: "4.5 4", dots: "0.1 5.5", dashdot: "9 4 0.1 4" };

export const lineOf = (edge: Pick<GraphEdge, "status" | "derived">): Line => (edge.derived ? "wave" : LINE[edge.status]);

export type Ending = "arrow" | "tee" | "none";

/** What stands at the end of an edge: a tee where it is hostile, an arrow where it has a direction. */
export function ending(edge: Pick<GraphEdge, "polarity" | "symmetric">): { start: Ending; end: Ending } {
  const hostile = edge.polarity === "conflictual";
  if (edge.symmetric) return hostile ? { start: "tee", end: "tee" } : { start: "none", end: "none" };
  return { start: "none", end: hostile ? "tee" : "arrow" };
}

/** Radius by degree. */
export const radius = (degree: number): number => Math.min(40, 12 + 3.6 * Math.sqrt(Math.max(0, degree - 1)));

export type Shape = "circle" | "square" | "hexagon" | "diamond" | "shield" | "pill" | "bubble" | "pin" | "page" | "octagon" | "cloud";

/** The shape of each family of entity types; the first type of a lineage that is listed here counts. */
export const SHAPES: Record<string, Shape> = {
  State: "circle", GroupOfStates: "circle", GovernmentOrgan: "square", Organisation: "hexagon", ArmedGroup: "diamond",
  Person: "shield", Population: "pill", Voice: "bubble", Actor: "circle",
  Region: "pin", City: "pin", Border: "pin", Facility: "pin", Place: "pin",
  Project: "page", Policy: "page", Agreement: "page", Document: "page", Interest: "page",
  Event: "octagon", Condition: "cloud", Ideology: "cloud",
};

export function shapeOf(types: readonly string[]): Shape {
  for (const type of types) if (SHAPES[type]) return SHAPES[type];
  return "circle";
}

/** Outlines in a unit circle, to be scaled by the radius. */
export const OUTLINES: Record<Shape, string> = {
  circle: "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z",
  square: "M-.9-.72Q-.9-.9-.72-.9H.72Q.9-.9.9-.72V.72Q.9.9.72.9H-.72Q-.9.9-.9.72Z",
  hexagon: "M-1.06 0-.55-.92H.55L1.06 0 .55.92H-.55Z",
  diamond: "M0-1.16 1.16 0 0 1.16-1.16 0Z",
  shield: "M-.86.96V-.1A.86.92 0 0 1 .86-.1V.96Z",
  pill: "M-.62-.72H.62A.72.72 0 0 1 .62.72H-.62A.72.72 0 0 1-.62-.72Z",
  bubble: "M-.72-.86H.72Q1-.86 1-.58V.3Q1 .58.72.58H.1L-.36 1.02V.58H-.72Q-1 .58-1 .3V-.58Q-1-.86-.72-.86Z",
  pin: "M0 1.2C-.5.62-.92.22-.92-.22A.92.92 0 0 1 .92-.22C.92.22.5.62 0 1.2Z",
  page: "M-.78-1H.34L.82-.52V1H-.78Z",
  octagon: "M-.4-.98H.4L.98-.4V.4L.4.98H-.4L-.98.4V-.4Z",
  cloud: "M-.66.66A.5.5 0 0 1-.84-.28A.46.46 0 0 1-.3-.66A.58.58 0 0 1 .56-.56A.52.52 0 0 1 .92.2A.46.46 0 0 1 .62.66Z",
};

/** Glyphs on a 16 by 16 grid, drawn as strokes. */
export const GLYPHS: Record<string, string> = {
  State: "M4 14V2.500M4 3h8l-2 2.800L12 8.600H4",
  GroupOfStates: "M3 13V4h5l-1.200 2L8 8H3M9.500 13V6H14l-1 1.700 1 1.700H9.500",
  GovernmentOrgan: "M2.500 6 8 2.500 13.500 6ZM4 6v6M8 6v6M12 6v6M2.500 13h11",
  Embassy: "M3 13.500h10M4.500 13V7.500L8 5l3.500 2.500V13M8 5V1.500h4",
  Military: "M3 6l5-3.500L13 6M3 9.500 8 6l5 3.500M3 13l5-3.500 5 3.500",
  Officials: "M5.500 6.500a1.800 1.800 0 1 0 0-3.600 1.800 1.800 0 0 0 0 3.600M2.500 13c0-3 1.300-4.500 3-4.500s3 1.500 3 4.500M11 7.500a1.500 1.500 0 1 0 0-3M10.500 9c2 0 3 1.500 3 4",
  Organisation: "M8 5.500V3M5 10.500 8 8l3 2.500M8 5.500a1.200 1.200 0 1 0 0 2.400 1.200 1.200 0 0 0 0-2.400M4 13a1.300 1.300 0 1 0 0-2.600A1.300 1.300 0 0 0 4 13M12 13a1.300 1.300 0 1 0 0-2.600 1.300 1.300 0 0 0 0 2.600",
  IntergovernmentalOrganisation: "M2.500 8a5.500 5.500 0 1 0 11 0 5.500 5.500 0 1 0-11 0M2.500 8h11M8 2.500c-3 3.500-3 7.500 0 11M8 2.500c3 3.500 3 7.500 0 11",
  ResearchInstitute: "M2 6.500 8 3.500l6 3-6 3ZM4.500 8v3.500c2 1.500 5 1.500 7 0V8",
  ArmedGroup: "M4 12l8-8M4 4l8 8M2.800 10l3.200 3.200M13.200 10 10 13.200",
  Person: "M8 7.500a2.600 2.600 0 1 0 0-5.200 2.600 2.600 0 0 0 0 5.200M3 14c0-3.300 2-5 5-5s5 1.700 5 5",
  Population: "M4.500 7.500a1.500 1.500 0 1 0 0-3M8 7a1.900 1.900 0 1 0 0-3.800A1.900 1.900 0 0 0 8 7M11.500 7.500a1.500 1.500 0 1 1 0-3M4.800 12.500c0-2.600 1.200-4 3.200-4s3.200 1.400 3.200 4M1.500 12c0-2 .7-2.800 2-2.800M14.500 12c0-2-.7-2.800-2-2.800",
  Voice: "M4 6.500h8M4 9.500h5",
  Region: "M3 4.500 6.500 3 9.500 4.500 13 3v8.500L9.500 13 6.500 11.500 3 13ZM6.500 3v8.500M9.500 4.500V13",
  City: "M3 13V7h4v6M7 13V3.500h5V13M9 6h1M9 8.500h1M2 13h12",
  Border: "M8 2v2M8 6.500v2M8 11v2.500M3.500 5.500 5.500 8l-2 2.500M12.500 5.500l-2 2.500 2 2.500",
  Facility: "M2.500 13V7l4 2.500V7l4 2.500V4h3v9Z",
  Place: "M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
  Project: "M3 12 7 8l2.500 2.500L13 5M10 5h3v3",
  Policy: "M3.500 4h9M3.500 8h9M3.500 12h6",
  Agreement: "M2.500 8.500 5 6l3 2 3-2 2.500 2.500M5 9.500l2.500 2.500M8 8.500l2.500 2.500",
  JointForce: "M5 4l3 2.500L11 4M5 8l3 2.500L11 8M8 12.500h.1",
  Document: "M4 5h6M4 8h8M4 11h8",
  Event: "M8 2.500v3.500M8 10v3.500M2.500 8H6M10 8h3.500M4.200 4.200l2.400 2.400M9.400 9.400l2.400 2.400M11.800 4.200 9.400 6.600M6.600 9.400l-2.400 2.400",
  Condition: "M2.500 9c1.800-3 3.700-3 5.500 0s3.700 3 5.500 0",
  Ideology: "M8 2.500a4 4 0 0 0-2.300 7.300V11h4.600V9.800A4 4 0 0 0 8 2.500M6.200 13.200h3.600",
  Interest: "M8 3v10M5 5.500c0-2 6-2 6 0M5 10.500c0 2 6 2 6 0",
};

export function glyphOf(types: readonly string[]): string {
  for (const type of types) if (GLYPHS[type]) return GLYPHS[type];
  return "";
}
