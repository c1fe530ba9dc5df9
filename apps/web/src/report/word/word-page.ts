/** A4 in twentieths of a point, with margins of 18 mm. */
export const PAGE = { width: 11_906, height: 16_838 } as const;
export const MARGIN = 1020;

/** Of the text on the page, in twentieths of a point. */
export const INNER_WIDTH = PAGE.width - 2 * MARGIN;

/** What the words of the page number are written with, until the word processor knows the numbers. */
export const NUMBER_MARKS = { page: '\u0001', pages: '\u0002' } as const;

/** Of the text on the page, in pixels: a pixel is three quarters of a point. */
export const TEXT_WIDTH = Math.floor(INNER_WIDTH / 15);
