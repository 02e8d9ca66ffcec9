import { COLOURS, contrast, WRITINGS, type Scheme } from '../../src/html/style/colours.js';

describe.each(Object.keys(COLOURS) as Scheme[])('colours, %s', (scheme) => {
  test.each(WRITINGS)('%s on %s reaches 7:1, the strictest level of WCAG 2.2', (writing, ground) => {
    expect(contrast(COLOURS[scheme][writing], COLOURS[scheme][ground])).toBeGreaterThanOrEqual(7);
  });
});

test('contrast is what WCAG says: black on white is 21, a colour on itself is 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#7c2f12', '#7c2f12')).toBe(1);
});
