import { describe, expect, it } from '@jest/globals';
import { paginate } from './paginate';
import type { Measured } from './paginate';

const part = (height: number, keep = false): Measured => ({ is: 'part', height, keep });
const table = (rows: readonly number[], foot = 0): Measured => ({
  is: 'table',
  around: 10,
  head: 20,
  rows,
  foot,
});

describe('cutting a paper into pages', () => {
  it('fills a page before it turns', () => {
    const pages = paginate([part(400), part(400), part(400)], 1000);
    expect(pages.map(({ pieces }) => pieces.map(({ block }) => block))).toEqual([[0, 1], [2]]);
  });

  it('never leaves a heading at the end of a page', () => {
    const pages = paginate([part(900), part(60, true), part(200)], 1000);
    expect(pages.map(({ pieces }) => pieces.map(({ block }) => block))).toEqual([[0], [1, 2]]);
  });

  it('cuts a table between its rows and repeats its head', () => {
    const pages = paginate([part(700), table([100, 100, 100, 100])], 1000);
    expect(pages[0]?.pieces[1]).toEqual({ block: 1, from: 0, to: 2 });
    expect(pages[1]?.pieces[0]).toEqual({ block: 1, from: 2, to: 4 });
    expect(pages[1]?.height).toBe(230);
  });

  it('keeps the foot of a table with its last row', () => {
    const pages = paginate([part(750), table([100, 100], 50)], 1000);
    expect(pages.map(({ pieces }) => pieces.at(-1))).toEqual([
      { block: 1, from: 0, to: 1 },
      { block: 1, from: 1, to: 2 },
    ]);
  });

  const grouped = (rows: readonly number[], ...continuing: readonly number[]): Measured => ({
    is: 'table',
    around: 10,
    head: 20,
    rows,
    foot: 0,
    continuing: new Set(continuing),
    again: 30,
  });
  const cuts = (blocks: readonly Measured[]) =>
    paginate(blocks, 1000).map(({ pieces, height }) => [
      ...pieces.map(({ block, from, to }) => `${block}:${from}-${to}`),
      height,
    ]);

  it('ends a page between groups of rows', () => {
    expect(cuts([part(500), grouped([200, 200, 100, 200, 100], 1, 3, 4)])).toEqual([
      ['0:0-0', '1:0-2', 930],
      ['1:2-5', 430],
    ]);
    // A heading turns the page with the group that it stands above.
    expect(cuts([part(500), part(60, true), grouped([200, 300], 1)])).toEqual([
      ['0:0-0', 500],
      ['1:0-0', '2:0-2', 590],
    ]);
  });

  it('ends a page within a group only where it is higher than a page, and says above the rest whose it is', () => {
    expect(cuts([part(500), grouped([100, 300, 300, 300, 300], 2, 3, 4)])).toEqual([
      ['0:0-0', '1:0-2', 930],
      ['1:2-5', 960],
    ]);
    expect(cuts([grouped([400, 300, 400, 200], 1, 2, 3)])).toEqual([
      ['0:0-2', 730],
      ['0:2-4', 660],
    ]);
    expect(cuts([part(500), part(60, true), grouped([500, 450], 1)])).toEqual([
      ['0:0-0', 500],
      ['1:0-0', '2:0-1', 590],
      ['2:1-2', 510],
    ]);
  });

  it('ends a page within a group where more than a quarter of it would stay white, two rows on either side', () => {
    expect(
      cuts([part(500), part(60, true), grouped([200, 100, 100, 100, 100], 1, 2, 3, 4), part(50)]),
    ).toEqual([
      ['0:0-0', '1:0-0', '2:0-3', 990],
      ['2:3-5', '3:0-0', 310],
    ]);
    expect(cuts([part(300), grouped([200, 200, 200, 100, 100], 2, 3, 4)])).toEqual([
      ['0:0-0', '1:0-3', 930],
      ['1:3-5', 260],
    ]);
    // A quarter is not much, and one row alone is too little.
    expect(cuts([part(800), grouped([50, 50, 100, 100], 1, 2, 3)])).toEqual([
      ['0:0-0', 800],
      ['1:0-4', 330],
    ]);
    expect(cuts([part(500), grouped([200, 200, 100], 1, 2)])).toEqual([
      ['0:0-0', 500],
      ['1:0-3', 530],
    ]);
  });

  it('does not leave the last block alone when the chapter before it can come along', () => {
    const places = (blocks: readonly Measured[]) =>
      paginate(blocks, 1000).map(({ pieces, height }) => [pieces.map(({ block }) => block), height]);
    expect(places([part(500), part(40, true), part(400), part(200)])).toEqual([
      [[0], 500],
      [[1, 2, 3], 640],
    ]);
    expect(places([part(100), part(40, true), part(800), part(200)])).toEqual([
      [[0, 1, 2], 940],
      [[3], 200],
    ]);
  });

  it('gives what is higher than a page a page of its own and loses nothing', () => {
    const pages = paginate([part(100), table([2000, 50])], 1000);
    expect(pages.map(({ height }) => height > 1000)).toEqual([false, true, false]);
    expect(pages.flatMap(({ pieces }) => pieces)).toHaveLength(3);
  });
});
