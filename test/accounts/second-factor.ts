import { Secret, TOTP } from 'otpauth';

import { SecondFactorService } from '../../src/accounts/second-factor.service.js';
import { SessionsService } from '../../src/accounts/sessions.service.js';
import { Clock } from '../../src/clock.js';
import type { Caller, House } from '../support/house.js';

/** What an authenticator app shows at a moment. */
export function codeAt(secret: string, time: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: time.getTime() });
}

/** A browser of an organizer who has just shown a second factor. */
export async function empower(house: House, memberId: string): Promise<Caller> {
  const { accountId } = await house.accountOf(memberId);
  const cookie = await house.sessionOf(memberId);
  const factors = house.app.get(SecondFactorService);
  const { secret } = await factors.begin(accountId);
  const [session] = await house.app.get(SessionsService).of(accountId);
  await factors.confirm(accountId, session!.id, codeAt(secret, house.app.get(Clock).now()));
  return house.with({ cookie, 'sec-fetch-site': 'same-origin' });
}
