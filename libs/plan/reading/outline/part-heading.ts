/** What a part of a section holds. `outline` (体系図, 目次) and `other` are not read further. */
export type PartKind = 'background' | 'policies' | 'indicators' | 'programs' | 'outline' | 'other';

export interface PartHeading {
  readonly kind: PartKind;
  /** The heading without ornaments and blanks. */
  readonly heading: string;
  /** Text on the same line after a colon. */
  readonly rest: string;
}

/** In this order, first match wins: 施策の体系 is no programs part, 施策の方向性 no programs but policies. */
const kinds: readonly (readonly [PartKind, RegExp])[] = [
  ['outline', /^(?:.{0,8}の?体系図?|目次|もくじ)$/],
  [
    'background',
    /^(?:施策|政策|分野|本市|地域)?(?:を取り巻く|をめぐる|における|の)?(?:現状|現況|背景|環境)(?:認識|分析)?(?:(?:と|及び|および|・|、|や)?(?:主な|今後の)?(?:課題|問題点))?$/,
  ],
  ['background', /^(?:主な|今後の|主要|これまでの取組と)?課題(?:認識)?$/],
  [
    'policies',
    /^(?:施策(?:展開)?の?|取組の?|政策の?|今後の)?(?:基本)?(?:的な?)?(?:方針|方向|方向性|考え方|取組方針|推進方針|取組方向|展開方向)$/,
  ],
  [
    'indicators',
    /^(?:主な|施策の?|政策の?|取組の?|まちづくりの?)?(?:検証|成果|評価|達成|目標|活動|進捗|参考|数値)?(?:指標|数値目標|成果目標|達成目標|目標値|重要業績評価指標|KPI)(?:(?:と|及び|および|・)?(?:数値目標|目標値?|検証値))?(?:一覧|の一覧)?$/,
  ],
  [
    'programs',
    /^(?:主な|主要な?|具体的な?|今後の|これからの|重点|重点的な?|構成|実施|関連)?(?:施策の|事業の|取組の)?(?:事業|事務事業|取組|取り組み|取組み|施策|内容|展開|概要)(?:の?(?:概要|内容|一覧|展開|項目|計画))?$/,
  ],
  ['indicators', /^(?:成果|達成度|進捗|効果)を(?:測る|はかる|図る)(?:主な)?(?:指標|ものさし)$/],
  ['other', /^(?:10年後の|将来の)?(?:めざ|目指|目ざ)す.{0,10}(?:姿|すがた|状態|まち)$/],
  ['other', /^(?:施策|政策|計画)?の?(?:目的|ねらい|目標|将来像)$/],
  ['other', /^(?:関連|関係)(?:する)?.{0,10}(?:計画|計画等|データ|資料|条例|法令|部署|課|指標|施策)$/],
  ['other', /^(?:用語(?:の)?(?:解説|説明)?|注釈|注記|参考|参考資料|資料編?|コラム|トピックス?|参考データ)$/],
  ['other', /^(?:市民|事業者|行政|地域|団体|協働)(?:や|と|・|の).{0,16}(?:役割|取組|協働)(?:分担)?$/],
  ['other', /^(?:役割分担|(?:主な)?(?:担当|所管|主管|関係)(?:部署|課|部局)|SDGs.{0,10}|関連するSDGs.{0,8})$/],
];

/** Names that a list entry may have too: they count only without a leading bullet. */
const common = new Set([
  '課題',
  '方針',
  '方向',
  '指標',
  '事業',
  '取組',
  '施策',
  '内容',
  '概要',
  '展開',
  '目的',
  '目標',
]);

const ornament = /^[#■□◆◇●○◎▼▽★☆▶►◉▪*＊\s]+/;
const bullet = /^[・•\-‐–—―−－]\s*/;
const numbering =
  /^(?:[(（]?\d{1,2}[)）．.、\s]|[①-⑳]|[(（][ア-ン][)）]|[ア-ン][．.、\s]|[IVXⅠ-Ⅻ]{1,4}[．.、\s])\s*/;
const bracketed = /^[【〔［[＜<《〈≪「](.+)[】〕］\]＞>》〉≫」]$/;

/** The heading of a part (現状と課題, 基本方針, 検証指標, 事業概要 and their like), or null. */
export function readPartHeading(text: string): PartHeading | null {
  if (text === '' || text.length > 60) return null;
  const plain = text.replace(ornament, '').replace(/[*＊]+$/, '');
  const bare = plain.replace(bullet, '').replace(numbering, '').trim();
  const inside = bracketed.exec(bare)?.[1]?.replace(numbering, '') ?? bare;
  const [name = '', rest = ''] = splitAtColon(inside);
  const heading = name.replace(/\s+/g, '').replace(/[(（][^()（）]{1,20}[)）]$/, '');
  const kind = kinds.find(([, pattern]) => pattern.test(heading))?.[0];
  if (kind === undefined) return null;
  if (common.has(heading) && bullet.test(plain)) return null;
  return { kind, heading, rest };
}

function splitAtColon(text: string): readonly [string, string] {
  const at = text.search(/[:：]/);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1).trim()];
}

const looksLikeHeading = /^(?:[【〔［[＜<《〈≪].{2,20}[】〕］\]＞>》〉≫]|[#■□◆◇▼▽★]+\s?[^。]{2,20})$/;

/** A short line in brackets or with a heavy ornament that says none of the known things. */
export const isUnknownHeading = (text: string): boolean =>
  looksLikeHeading.test(text) && readPartHeading(text) === null;
