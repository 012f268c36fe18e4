// Asks the API from within a component: the answer, or the failure with a way to try again. The last answer stays
// while the next one is under way.
import { useEffect, useState } from "preact/hooks";
import { ApiError, get, type Query } from "../api/client";

export interface Answer<T> { data: T | null; error: ApiError | null; busy: boolean; retry: () => void }

export function useAnswer<T>(path: string | null, query: Query = {}): Answer<T> {
  const key = path === null ? "" : path + JSON.stringify(query);
  const [state, setState] = useState<{ key: string; data: T | null; error: ApiError | null }>({ key: "", data: null, error: null });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (path === null) return;
    let gone = false;
    get<T>(path, query).then(
      (data) => !gone && setState({ key, data, error: null }),
      (error) => !gone && setState((old) => ({ key, data: old.key === key ? old.data : null, error: error instanceof ApiError ? error : new ApiError(0, "", String(error)) })),
    );
    return () => void (gone = true);
  }, [key, tries]);
  const current = state.key === key && path !== null;
  return {
    data: current ? state.data : null,
    error: current ? state.error : null,
    busy: path !== null && !current,
    retry: () => setTries(tries + 1),
  };
}
