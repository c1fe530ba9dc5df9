import { describe, expect, it } from '@jest/globals';
import { boxOf, placeLabels } from './place-labels';
import type { LabelSpot } from './place-labels';

const nothing = { within: { left: 0, right: 200, top: 0, bottom: 100 }, taken: [], marks: [], lines: [] };

describe('the labels of a chart', () => {
  it('leave a gap between two numbers side by side', () => {
    const first: LabelSpot = { x: 20, y: 50, anchor: 'start' };
    const close: LabelSpot = { x: boxOf('45.5', first).right + 1, y: 50, anchor: 'start' };
    const below: LabelSpot = { ...close, y: 70 };
    const placed = placeLabels(
      [
        { text: '45.5', spots: [first] },
        { text: '50.0', spots: [close, below] },
      ],
      nothing,
    );
    expect(placed).toEqual([first, below]);
  });
});
