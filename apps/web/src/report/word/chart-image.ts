/** Twice the pixels of the screen: sharp on paper, and still small files. */
const SHARPNESS = 2;

/** What charts.css says about a drawing; as attributes it stays with the drawing outside of the page. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
] as const;

/** Size in pixels of the page. */
export interface ChartImage {
  /** A data URL. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/**
 * A chart of the page as a PNG in a data URL, since not every Word shows SVG. What it looks like is read at once, so the
 * chart may go away while the image is made.
 */
export async function chartImage(chart: SVGSVGElement): Promise<ChartImage> {
  const { width, height } = chart.viewBox.baseVal;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withOwnStyles(chart))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser draws nothing');
  // As paper is: what is half transparent would darken at its edges.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return { src: canvas.toDataURL('image/png'), width, height };
}

function withOwnStyles(chart: SVGSVGElement): string {
  const copy = chart.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  const { width, height } = chart.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width * SHARPNESS));
  copy.setAttribute('height', String(height * SHARPNESS));
  const drawn = chart.querySelectorAll<SVGElement>('*');
  copy.querySelectorAll<SVGElement>('*').forEach((element, at) => {
    const original = drawn[at];
    if (original === undefined) return;
    const styles = getComputedStyle(original);
    for (const name of STYLES) element.style.setProperty(name, styles.getPropertyValue(name));
  });
  return new XMLSerializer().serializeToString(copy);
}
