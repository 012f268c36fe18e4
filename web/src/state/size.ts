// How large the whole graph is, asked once. A large one is searched, never drawn as a whole.
import { signal } from "@preact/signals";
import { get } from "../api/client";

export interface Size { entities: number; relations: number; claims: number }
/** With more relations than this a drawing of everything says nothing. */
export const LARGE = 2000;
export const size = signal<Size | null>(null);

/** The counts of the whole graph; where the server does not tell, it is drawn as before. */
export async function wholeSize(): Promise<Size | null> {
  try {
    size.value = (await get<{ counts: Record<string, number> }>("stats")).counts as unknown as Size;
  } catch {
    // asked again with the next view of everything
  }
  return size.peek();
}
