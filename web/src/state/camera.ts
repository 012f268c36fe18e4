// The one camera, for controls that stand outside of the drawing.
import { signal } from "@preact/signals";
import type { Point } from "../layout/force";

export interface CameraControl {
  readonly text: string;
  fit(): void;
  refit(): void;
  zoomBy(factor: number): void;
  panBy(x: number, y: number): void;
  centreOn(id: string): void;
  picture(): SVGSVGElement;
  pointOf(id: string): Point | undefined;
}

export const camera = signal<CameraControl | null>(null);
