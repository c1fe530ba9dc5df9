import type { CountBox, LetterPage, LetterRow, LetterSection } from './letter-page.types.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { plainLine, plainLines } from './plain-line.js';
import { wordingOf } from './wording.js';
import type { Wording } from './wording.js';

// Mail programs know tables and inline styles only. The colours are those of the screens.
const PAGE = markup`#f2f2f2`;
const LINE = markup`#cccccc`;
const TEXT = markup`#1a1a1a`;
const SECONDARY = markup`#4d4d4d`;
const KEY = markup`#0017c1`;
const BAD = markup`#a90000`;
const WHITE = markup`#ffffff`;
const FONT = markup`font-family:'BIZ UDPGothic','Hiragino Sans','Yu Gothic UI',Meiryo,sans-serif;word-break:break-word;overflow-wrap:anywhere;`;
const BODY = markup`${FONT}font-size:16px;line-height:26px;color:${TEXT};`;
const SMALL = markup`${FONT}font-size:14px;line-height:24px;color:${SECONDARY};`;
const TABLE = markup`role="presentation" width="100%" cellpadding="0" cellspacing="0"`;
const ALARM = '▲ ';
/** As wide as a full-width space in every font, also where one has no Japanese. */
const GAP = '\u2003';

/** The HTML version: one column of 600 px that narrows to a phone, with no picture and nothing to load. */
export function printHtml(page: LetterPage): string {
  const say = wordingOf(page.language);
  const { action, boxes, summary } = page;
  return markup`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${plainLine(page.subject)}</title>
</head>
<body style="margin:0;padding:0;background:${PAGE};">
<div style="display:none;max-height:0;overflow:hidden;">${previewWords(say, page)}</div>
<div role="main">
<table ${TABLE} style="border-collapse:collapse;background:${PAGE};">
<tr><td align="center">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="border-collapse:collapse;width:100%;max-width:600px;background:${WHITE};">
<tr><td style="padding:24px 32px 0;${SMALL}">${plainLine(page.masthead)}${GAP}${whole(page.date)}</td></tr>
${page.note === null ? null : markup`<tr><td style="padding:16px 32px 0;"><div style="border:1px solid ${LINE};padding:12px 16px;${SMALL}">${plainLine(page.note)}</div></td></tr>`}
<tr><td style="padding:16px 32px 0;${BODY}">${plainLine(page.greeting)}</td></tr>
<tr><td style="padding:8px 32px 0;"><h1 style="margin:0;${FONT}font-size:24px;font-weight:700;line-height:36px;color:${TEXT};">${plainLine(page.title)}</h1></td></tr>
${summary === null ? null : markup`<tr><td style="padding:8px 32px 0;${BODY}">${plainLine(summary)}</td></tr>`}
${action === null ? null : markup`<tr><td style="padding:16px 32px 0;">${buttonMarkup({ ...action, primary: true })}</td></tr>`}
${boxes.length === 0 ? null : boxesMarkup(say, boxes)}
${page.sections.map((section) => sectionMarkup(say, section))}
${footMarkup(page)}
</table>
</td></tr>
</table>
</div>
</body>
</html>
`.html;
}

/** What the list of mails shows behind the subject. */
function previewWords(say: Wording, { sections, title }: LetterPage): string {
  const counts = sections.map(({ name, count }) => say('letter.counted', { name, count }));
  return plainLine(
    counts.length === 0 ? title : say('letter.counts', { counts: counts.join(say('letter.join.list')) }),
  );
}

function boxesMarkup(say: Wording, boxes: readonly CountBox[]): Markup {
  const width = `${Math.floor(100 / boxes.length)}%`;
  const cells = boxes.map(({ name, count, alarming }) => {
    const colour = alarming ? BAD : TEXT;
    const label = markup`${alarming ? ALARM : ''}${plainLine(name)}`;
    const number = markup`<span style="font-size:28px;line-height:36px;font-weight:700;">${count}</span>`;
    return markup`<td width="${width}" valign="bottom" style="border:1px solid ${LINE};padding:12px 16px;${FONT}font-size:14px;line-height:22px;color:${colour};">${alarming ? markup`<b>${label}</b>` : label}<br>${number} ${say('letter.unit', { count })}</td>`;
  });
  return markup`<tr><td style="padding:8px 32px 0;"><table ${TABLE} style="border-collapse:collapse;"><tr>${cells}</tr></table></td></tr>`;
}

function sectionMarkup(say: Wording, section: LetterSection): Markup {
  const { name, count, alarming, lead, rows, rest, button } = section;
  const heading = (alarming ? ALARM : '') + say('letter.heading', { name, count });
  const more =
    rest &&
    markup`<a href="${rest.url}" style="color:${KEY};">${say('letter.rest', { count: rest.count })}</a>`;
  return markup`<tr><td style="padding:24px 32px 0;"><table ${TABLE} style="border-collapse:collapse;">
<tr><td style="border-top:2px solid ${TEXT};padding:12px 0 4px;"><h2 style="margin:0;${FONT}font-size:18px;font-weight:700;line-height:28px;color:${alarming ? BAD : TEXT};">${plainLine(heading)}</h2></td></tr>
<tr><td style="padding:0;${BODY}">
${lead === null ? null : paragraph(markup`${plainLine(lead)}`)}
${rows.map((row) => rowMarkup(section, row))}
${more && paragraph(more)}
</td></tr>
<tr><td style="padding:0;">${buttonMarkup(button)}</td></tr>
</table></td></tr>
`;
}

function rowMarkup({ form, button }: LetterSection, row: LetterRow): Markup {
  const { main, beside, details, quote, url } = row;
  const after = form === 'days' ? markup`${plainLine(beside)}` : whole(beside);
  const name = markup`<b>${plainLine(main)}</b>`;
  const linked =
    url === null || url === button.url ? name : markup`<a href="${url}" style="color:${KEY};">${name}</a>`;
  const below = details.map((detail, at) => whole(detail, at < details.length - 1 ? GAP : ''));
  const small = markup`<br><span style="font-size:14px;line-height:22px;color:${SECONDARY};">${below}</span>`;
  return markup`${paragraph(markup`${linked}${GAP}${after}${details.length === 0 ? null : small}`)}
${quote === null ? null : quoteMarkup(quote)}`;
}

function quoteMarkup(quote: string): Markup {
  const lines = plainLines(quote).map((line, at) => markup`${at === 0 ? null : markup`<br>`}${line}`);
  return markup`<blockquote style="margin:0 0 16px;padding:0 0 0 12px;border-left:4px solid ${LINE};">${lines}</blockquote>`;
}

function paragraph(content: Markup): Markup {
  return markup`<p style="margin:8px 0 16px;">${content}</p>`;
}

function buttonMarkup({ label, url, primary }: LetterSection['button']): Markup {
  const colours = primary
    ? markup`background:${KEY};color:${WHITE};padding:12px 24px;`
    : markup`background:${WHITE};color:${KEY};border:1px solid ${KEY};padding:11px 23px;`;
  return markup`<a href="${url}" style="display:inline-block;${colours}${FONT}font-size:16px;font-weight:700;line-height:24px;text-decoration:none;border-radius:8px;">${label}</a>`;
}

function footMarkup({ language, closing, why, settings, contact }: LetterPage): Markup {
  const sentences = closing.map(plainLine).join(language === 'ja' ? '' : ' ');
  const link =
    settings && markup`<a href="${settings.url}" style="color:${KEY};">${settings.label}</a>${GAP}`;
  return markup`<tr><td style="padding:24px 32px 32px;"><table ${TABLE} style="border-collapse:collapse;"><tr><td style="border-top:1px solid ${LINE};padding:16px 0 0;${SMALL}">
${sentences === '' ? null : markup`<p style="margin:0 0 16px;">${sentences}</p>`}
${plainLine(why)}<br>${link}${whole(contact)}
</td></tr></table></td></tr>`;
}

/** Words that go to the next line together where there is no room. */
function whole(words: string, after = ''): Markup {
  return markup`<span style="display:inline-block;">${plainLine(words)}${after}</span>`;
}
