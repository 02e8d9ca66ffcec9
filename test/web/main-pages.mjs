import { firstLink, lookAs } from './demo.mjs';

/** Of the fictional network: somebody who gives and asks, and the one who prepares the meetups. */
const MEMBER = 'Ana Ferrer';
export const ORGANIZER = 'Valentina Orozco';

/** Ten main pages of the demo as [name, path], looked at by a member, then by an organizer. @param page a window in English */
export async function mainPages(page) {
  await lookAs(page, MEMBER);
  await page.goto('/introductions');
  const introduction = await firstLink(page, '/introductions/');
  const member = [
    ['home', '/'],
    ['ask', '/statements/new?kind=ask'],
    ['introduction', introduction],
    ['board', '/board'],
    ['settings', '/settings'],
  ];
  await lookAs(page, ORGANIZER);
  await page.goto('/meetups');
  const meetup = (await firstLink(page, '/meetups/')).split('/').slice(0, 3).join('/');
  const organizer = [
    ['today', '/today'],
    ['network', '/network'],
    ['members', '/members'],
    ['meetup', meetup],
    ['door', `${meetup}/door`],
  ];
  return { member: { who: MEMBER, pages: member }, organizer: { who: ORGANIZER, pages: organizer } };
}
