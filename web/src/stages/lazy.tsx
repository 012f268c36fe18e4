// Loads a component when it is first drawn, with a skeleton until then and a retry when the loading fails.
import type { ComponentType, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ApiError } from "../api/client";
import { Failure } from "../controls/parts";

export interface Lazy { load: () => Promise<ComponentType> }

export const lazy = (load: () => Promise<ComponentType>): Lazy => ({ load });

export function Suspense({ of, fallback }: { of: Lazy; fallback: VNode }) {
  const [state, setState] = useState<{ It: ComponentType | null; error: boolean; tries: number }>({ It: null, error: false, tries: 0 });
  useEffect(() => {
    of.load().then((It) => setState((s) => ({ ...s, It, error: false })), () => setState((s) => ({ ...s, error: true })));
  }, [state.tries]);
  if (state.error && !state.It) return <Failure error={new ApiError(0, "", "")} retry={() => setState((s) => ({ ...s, error: false, tries: s.tries + 1 }))} />;
  return state.It ? <state.It /> : fallback;
}
