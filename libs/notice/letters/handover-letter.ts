import type { HandoverLetterProps, HandoverPost, RenderedLetter } from './letter.types.js';
import { pageUrl } from './letter-links.js';
import type { LetterRow } from './letter-page.types.js';
import { dayWords, framedPage, voiceFor } from './letter-voice.js';
import type { LetterVoice } from './letter-voice.js';
import { printLetter } from './print-letter.js';

/** 引継ぎ: what the new holder of a post finds there. The subject counts the sheets to fill in and to decide on. */
export function handoverLetter(props: HandoverLetterProps): RenderedLetter {
  const voice = voiceFor(props);
  const { say, baseUrl } = voice;
  const sum = (of: (post: HandoverPost) => number): number =>
    props.posts.reduce((all, post) => all + of(post), 0);
  const [sheets, late, waiting] = [sum((p) => p.sheets), sum((p) => p.overdue), sum((p) => p.waiting)];
  const total = say('letter.handover.total', { count: sheets + waiting });
  return printLetter({
    ...framedPage(props, 'handover', late === 0 ? total : say('letter.with_overdue', { total, count: late })),
    title: say('letter.handover.title'),
    summary: say('letter.handover.summary'),
    action: null,
    boxes: [
      { name: say('letter.handover.sheets'), count: sheets, alarming: false },
      { name: say('letter.overdue'), count: late, alarming: late > 0 },
      { name: say('letter.waiting'), count: waiting, alarming: false },
    ],
    sections: [
      {
        name: say('letter.handover.posts'),
        count: props.posts.length,
        alarming: false,
        lead: null,
        form: 'entries',
        rows: props.posts.map((post) => postRow(voice, post)),
        rest: null,
        button: { label: say('letter.button.handover'), url: pageUrl(baseUrl, 'handover'), primary: true },
      },
    ],
    closing: [],
  });
}

/** Whether nothing is left to hand over. */
export function isEmptyHandover({ posts }: HandoverLetterProps): boolean {
  return posts.every((post) => post.sheets + post.waiting + post.commitments === 0);
}

function postRow(voice: LetterVoice, post: HandoverPost): LetterRow {
  const { say } = voice;
  const counted = (name: string, count: number): string[] =>
    count === 0 ? [] : [say('letter.counted', { name, count })];
  return {
    main: post.title,
    beside: say('letter.handover.since', { date: dayWords(voice, post.since) }),
    details: [
      ...counted(say('letter.handover.sheets'), post.sheets),
      ...(post.nextDueOn === null
        ? []
        : [say('letter.handover.next_due', { date: dayWords(voice, post.nextDueOn) })]),
      ...counted(say('letter.overdue'), post.overdue),
      ...counted(say('letter.waiting'), post.waiting),
      ...counted(say('letter.handover.commitments'), post.commitments),
      ...(post.predecessor === null ? [] : [say('letter.handover.predecessor', { name: post.predecessor })]),
    ],
    quote: null,
    url: null,
  };
}
