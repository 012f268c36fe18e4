// The drawing as a picture of its own: every style that it shows by is written into it, so that it looks the same
// elsewhere. The texts stay texts.
const CARRIED = [
  "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "font-size",
  "font-weight", "font-family", "paint-order", "text-anchor", "vector-effect", "display",
];
const NS = "http://www.w3.org/2000/svg";

/** The SVG as text, at the size in which it is seen, with its ground. */
export function pictureSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [...svg.querySelectorAll<SVGElement>("*")];
  const to = [...copy.querySelectorAll<SVGElement>("*")];
  to.forEach((element, i) => {
    const style = getComputedStyle(from[i]!);
    for (const name of CARRIED) {
      const value = style.getPropertyValue(name);
      if (value && value !== "normal" && !(name === "display" && value !== "none")) element.setAttribute(name, value);
    }
    for (const name of ["class", "role", "tabindex", "aria-hidden", "aria-pressed"]) element.removeAttribute(name);
    for (const name of Object.keys(element.dataset)) delete element.dataset[name];
    const name = element.getAttribute("aria-label");
    element.removeAttribute("aria-label");
    if (name) {
      const title = document.createElementNS(NS, "title");
      title.textContent = name;
      element.prepend(title);
    }
  });
  copy.querySelectorAll("[display=none]").forEach((element) => element.remove());
  const { clientWidth: width, clientHeight: height } = svg;
  for (const name of [...copy.getAttributeNames()]) copy.removeAttribute(name);
  copy.setAttribute("xmlns", NS);
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const ground = document.createElementNS(NS, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", getComputedStyle(document.documentElement).backgroundColor);
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

/** The same at twice the size, as a PNG. */
export async function picturePng(svg: SVGSVGElement): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([pictureSvg(svg)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = svg.clientWidth * 2;
    canvas.height = svg.clientHeight * 2;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
  } finally {
    URL.revokeObjectURL(url);
  }
}

export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
