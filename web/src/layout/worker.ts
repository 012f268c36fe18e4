// Runs the layout off the main thread.
import { settle, type LayoutRequest } from "./force";

onmessage = (event: MessageEvent<{ ticket: number; request: LayoutRequest }>) => {
  const { ticket, request } = event.data;
  postMessage({ ticket, positions: [...settle(request)] });
};
