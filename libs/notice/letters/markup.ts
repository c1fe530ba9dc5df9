/** HTML that may be put into a page as it is. Only the tag `markup` makes it. */
export class Markup {
  constructor(readonly html: string) {}
}

export type MarkupValue = Markup | string | number | readonly Markup[] | null;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * HTML with values put in. Texts are escaped for content and for quoted attributes alike, so that nothing a
 * person typed becomes markup; null is nothing.
 */
export function markup(pieces: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return new Markup(pieces.reduce((page, piece, at) => page + written(values[at - 1] ?? null) + piece));
}

function written(value: MarkupValue): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.html;
  if (typeof value === 'object') return value.map((part) => part.html).join('');
  return String(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
