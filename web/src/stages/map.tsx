// The map: loaded only when asked for.
import { lazy, Suspense } from "./lazy";
import { StatusLine } from "../controls/statusline";
import { Caption } from "../controls/caption";
import { strings as s } from "../strings";

const World = lazy(() => import("../map/world").then((m) => m.World));

export function MapStage() {
  return (
    <div class="canvas mapstage">
      <Suspense fallback={<div class="veil"><div class="skeleton wide" /><span class="sr" role="status">{s.map.loading}</span></div>} of={World} />
      <StatusLine />
      <Caption />
    </div>
  );
}
