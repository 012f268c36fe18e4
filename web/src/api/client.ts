// Asks the API: relative addresses only, one retry on a broken connection, answers kept by address, errors as sentences.
import { signal } from "@preact/signals";

export class ApiError extends Error {
  constructor(readonly status: number, readonly title: string, readonly detail: string, readonly problems: { loc: unknown[]; msg: string }[] = []) {
    super(detail || title);
  }
}

export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;
const KEPT = 120;
const kept = new Map<string, Promise<unknown>>();
/** How many answers are under way, for the quiet progress line. */
export const underWay = signal(0);

/** The address of an endpoint with its query; empty values are left out. */
export function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const one of value) params.append(name, one);
    else if (value !== null && value !== undefined && value !== "") params.append(name, String(value));
  }
  const text = params.toString();
  return new URL(`v1/${path}${text ? `?${text}` : ""}`, document.baseURI).href;
}

/** GET as JSON. The same question is asked once; a failed one is forgotten, so that it can be asked again. */
export function get<T>(path: string, query: Query = {}): Promise<T> {
  const url = address(path, query);
  const known = kept.get(url);
  if (known) return known as Promise<T>;
  const answer = request<T>(url, { headers: { accept: "application/json" } });
  kept.set(url, answer);
  answer.catch(() => kept.delete(url));
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return answer;
}

/** POST a question as JSON. */
export function post<T>(path: string, body: unknown): Promise<T> {
  return request<T>(address(path), {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });
}

async function request<T>(url: string, init: RequestInit): Promise<T> {
  underWay.value++;
  try {
    const response = await fetchTwice(url, init);
    if (response.ok) return (await response.json()) as T;
    throw await problem(response);
  } finally {
    underWay.value--;
  }
}

async function fetchTwice(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 400));
    try {
      return await fetch(url, init);
    } catch {
      throw new ApiError(0, "The server did not answer", "The server did not answer.");
    }
  }
}

async function problem(response: Response): Promise<ApiError> {
  try {
    const body = await response.json();
    return new ApiError(response.status, String(body.title ?? response.statusText), String(body.detail ?? ""), body.errors ?? []);
  } catch {
    return new ApiError(response.status, response.statusText, `The server answered ${response.status}.`);
  }
}
