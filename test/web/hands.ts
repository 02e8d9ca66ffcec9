import type { Locator, Page } from 'playwright-core';

/** How somebody works a page. */
export interface Hands {
  press(page: Page, what: Locator): Promise<void>;
  write(page: Page, where: Locator, text: string): Promise<void>;
}

/** Further than this nobody walks with the Tab key. */
const MOST_STEPS = 400;

/** A pointer, as a mouse or a finger has it. */
export const pointer: Hands = {
  press: (_, what) => what.click(),
  write: async (_, where, text) => {
    await where.click();
    await where.fill(text);
  },
};

/** Nothing but keys: whatever is worked is reached by Tab, and seen to be reached. */
export const keyboard: Hands = {
  async press(page, what) {
    await walkTo(page, what);
    const isBox = await what.evaluate((element) => element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type));
    await page.keyboard.press(isBox ? 'Space' : 'Enter');
  },
  async write(page, where, text) {
    await walkTo(page, where);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    await page.keyboard.type(text);
  },
};

/** @throws when Tab does not lead there, or nothing shows that it has */
async function walkTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor();
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab');
    const reached = await goal.evaluate((element) => element === document.activeElement);
    if (!reached) continue;
    const mark = await goal.evaluate((element) => getComputedStyle(element).outlineStyle);
    if (mark === 'none') throw new Error(`Nothing shows that the keyboard has reached ${String(goal)}.`);
    return;
  }
  throw new Error(`Tab does not lead to ${String(goal)}.`);
}
