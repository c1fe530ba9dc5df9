import { describe, expect, it } from '@jest/globals';
import type { Promised } from './answers';
import { sameAnswer } from './answers';
import { ACTIVITIES, completeOf, hasOpenCells, linesAgain, PROMISES } from './row-forms';
import type { Line, PromiseRow } from './row-forms';

const promise: Promised = { what: '相談会を開く', who: '市民協働課長', dueOn: '2022-09-30' };
const line = (row: PromiseRow, last: Promised | null = null, id = 0): Line<PromiseRow, Promised> => ({
  id,
  row,
  last,
});

describe('rows of a list that are half written', () => {
  it('name the cells that are empty or cannot be read', () => {
    expect(PROMISES.openCells({ what: '相談会を開く', who: '', due: '2022/2/30' })).toEqual([
      { cell: 'who', unread: false },
      { cell: 'due', unread: true },
    ]);
    expect(ACTIVITIES.openCells({ name: '', unit: '件', target: '三十' })).toEqual([
      { cell: 'name', unread: false },
      { cell: 'target', unread: true },
    ]);
    expect(PROMISES.openCells(PROMISES.empty)).toEqual([]);
    expect(PROMISES.openCells(PROMISES.open(promise))).toEqual([]);
  });

  it('read the day and the number when they are complete', () => {
    expect(PROMISES.close({ ...promise, due: '令和4年9月30日' })).toEqual(promise);
    expect(ACTIVITIES.close({ name: '件数', unit: '件', target: '１，２００' })).toEqual({
      name: '件数',
      unit: '件',
      target: '1200',
    });
  });

  it('leave the last complete text with the server until the new one is complete', () => {
    const mended = line({ what: '', who: '課長', due: '2022-09-30' }, promise);
    expect(completeOf([mended], PROMISES)).toEqual([promise]);
    expect(hasOpenCells([mended], PROMISES)).toBe(true);
    expect(completeOf([line(PROMISES.empty, promise)], PROMISES)).toEqual([]);
  });

  it('come back at their place, or behind what somebody else stored meanwhile', () => {
    const half = line({ what: '窓口を増やす', who: '', due: '' }, null, 4);
    const kept = [half, line(PROMISES.open(promise), promise, 5)];
    expect(linesAgain(kept, [promise], PROMISES, sameAnswer)).toEqual(kept);
    const other = { ...promise, who: '総務課長' };
    expect(linesAgain(kept, [other], PROMISES, sameAnswer)).toEqual([
      line(PROMISES.open(other), other, 0),
      line(half.row, null, 1),
    ]);
  });
});
