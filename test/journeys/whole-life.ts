import { SignInService } from '../../src/accounts/sign-in.service.js';
import { CommunitiesService } from '../../src/communities/communities.service.js';
import { ConnectorQuestions } from '../../src/introductions/connector-questions/connector-questions.service.js';
import { DigestsService } from '../../src/introductions/digest/digests.service.js';
import { RoundPlanning } from '../../src/introductions/digest/round-planning.service.js';
import { ConnectorsService } from '../../src/introductions/connectors.service.js';
import { VisitsService } from '../../src/introductions/visits/visits.service.js';
import { VisitorNews } from '../../src/meetups/visitors/visitor-news.service.js';
import { InvitationsService } from '../../src/members/invitations.service.js';
import { RenewalsService } from '../../src/members/renewals.service.js';
import { Browser } from '../accounts/browser.js';
import { empower } from '../accounts/second-factor.js';
import { Village, type Person } from '../introductions/village.js';
import type { TestClock } from '../support/clock.js';
import type { House } from '../support/house.js';

const HELPED = { met: true, helped: true, tellConnector: true };

/** A year of a small community in which every kind of mail is written at least once. The mails lie in the memory transport afterwards. */
export async function liveThroughEverything(house: House, clock: TestClock): Promise<void> {
  const village = await Village.open(clock, house);
  const { communityId, introductions } = village;
  const carry = async (): Promise<void> => {
    await house.app.get(SignInService).settled();
    await house.mail.runOnce();
  };
  const onlyIntroduction = async (person: Person, side: 'give' | 'receive'): Promise<string> => (await village.views.list(communityId, person.id))[side][0]!.id;

  const [nina, omar, carla, vera] = [
    await village.person('Nina Weber', { place: 'Leipzig' }),
    await village.person('Omar Sanz', { place: 'Leipzig' }),
    await village.person('Carla Ruiz'),
    await village.person('Vera Lund', { place: 'Oslo' }),
  ];

  // At the door: somebody new, a member who joins once more, a member who signs in.
  const visitor = new Browser(house);
  await visitor.post('/join', { name: 'Pia Neu', address: 'pia.neu@example.org', languages: 'de', adult: 'yes', offer: 'Ich backe Brot im Holzofen' });
  await visitor.post('/join', { name: 'Nina Weber', address: nina.address, languages: 'en', adult: 'yes', offer: 'Product photos' });
  await visitor.post('/sign-in', { address: omar.address });
  await house.app.get(InvitationsService).invite(communityId, { addresses: ['ina.gast@example.org'], manner: { language: 'de', formal: false }, from: 'Nina' });
  await carry();

  // A question left unanswered is put once more; then gladly, yes, the introduction, what came of it, and thanks.
  const offer = await village.says(nina, 'offer', 'Product photos for small shops');
  const ask = await village.says(omar, 'ask', 'Looking for someone to take product photos of my pottery');
  const asked = await introductions.wouldLike(communityId, omar.id, ask, offer);
  await carry();
  for (let day = 0; day < 6; day++) {
    await village.later(1);
    await carry();
  }
  await introductions.answer(communityId, nina.id, asked, 'yes', 'coffee');
  await village.later(0, 15);
  await carry();
  await village.later(15);
  await carry();
  await introductions.tellOutcome(communityId, omar.id, asked, HELPED);
  await introductions.thank(communityId, omar.id, asked, 'Thank you for the warm light!');
  await carry();

  // The giver offers by herself.
  const second = await village.says(carla, 'ask', 'I need product photos of hand-made soap for my shop');
  await introductions.gladly(communityId, nina.id, second, offer, 'note');
  await carry();

  // A third person brings two together and hears of it.
  const bread = await village.says(vera, 'ask', 'Who can help me to bake bread in a wood-fired oven?');
  await house.app.get(ConnectorsService).connect(communityId, carla.id, bread, { memberId: omar.id }, 'Omar builds ovens out of clay.');
  const brought = await onlyIntroduction(omar, 'give');
  await introductions.answer(communityId, omar.id, brought, 'yes', 'coffee');
  await introductions.answer(communityId, vera.id, brought, 'yes');
  await village.later(0, 15);
  for (const person of [omar, vera]) await introductions.tellOutcome(communityId, person.id, brought, HELPED);
  await carry();

  // Somebody comes by for some days.
  const day = (after: number): string => new Date(clock.now().getTime() + after * 86_400_000).toISOString().slice(0, 10);
  await house.as(vera.id).call('POST', '/api/v1/visits', { text: 'I would like to meet people who sail and could take me along', place: 'Leipzig', from: day(9), to: day(12) });
  await village.says(nina, 'offer', 'I sail every weekend and gladly take somebody along');
  await house.app.get(VisitsService).tell(communityId);
  await carry();

  // An evening is prepared.
  const evening = { title: 'Evening at the harbour', place: 'Hafenstraße 12, Leipzig', startsAt: `${day(11)}T19:00`, endsAt: `${day(11)}T22:00`, timeZone: 'Europe/Berlin', language: 'en' };
  const meetup = `/api/v1/meetups/${(await house.call('POST', '/api/v1/meetups', evening)).body.id}`;
  const guests = `Name,E-Mail,Looking for,Offering\nNina Weber,${nina.address},,Product photos for small shops\nOmar Sanz,${omar.address},Product photos of my pottery,\n`;
  const { hash } = (await house.call('POST', `${meetup}/guests/preview`, guests, { 'content-type': 'text/csv' })).body;
  await house.call('POST', `${meetup}/guests/confirm`, { hash });
  await house.call('POST', `${meetup}/plan`);
  await house.call('POST', `${meetup}/lists`);
  await house.app.get(VisitorNews).tell(communityId);
  await carry();

  // A round waits for the organizer, is released, and is told in the morning.
  clock.set(nextMonday(clock.now(), '05:00'));
  await house.app.get(RoundPlanning).planDue();
  await carry();
  const organizer = await empower(house, house.organizerId);
  for (const { id } of (await organizer.call('GET', '/api/v1/rounds')).body) await organizer.call('POST', `/api/v1/rounds/${id}/release`);
  clock.set(nextMonday(clock.now(), '09:00'));
  await house.app.get(DigestsService).tell();
  await carry();

  // An ask that nobody can serve is carried around.
  await village.person('Ida Holm', { place: 'Oslo' });
  await village.says(vera, 'ask', 'Looking for someone who tunes harpsichords');
  clock.passDays(7);
  await house.app.get(ConnectorQuestions).askAround(communityId);
  await carry();

  // Statements grow old; somebody leaves.
  clock.passDays(73);
  await house.app.get(RenewalsService).askWhetherStillTrue((await house.app.get(CommunitiesService).default()).id);
  await carry();
  await village.members.remove(communityId, carla.id);
  await carry();
}

/** This Monday's moment where it is Monday, else the next one's. */
function nextMonday(now: Date, time: string): string {
  const days = (8 - now.getUTCDay()) % 7;
  return `${new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)}T${time}:00.000Z`;
}
