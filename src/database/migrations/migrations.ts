import { FirstFloor1764000000000 } from './1764000000000-first-floor.js';
import { Embeddings1764000100000 } from './1764000100000-embeddings.js';
import { Outbox1764000200000 } from './1764000200000-outbox.js';
import { Accounts1764000300000 } from './1764000300000-accounts.js';
import { SecondFloor1764000400000 } from './1764000400000-second-floor.js';
import { Introductions1764000500000 } from './1764000500000-introductions.js';
import { Digest1764000600000 } from './1764000600000-digest.js';
import { Meetups1764000700000 } from './1764000700000-meetups.js';
import { ConnectorQuestions1764000800000 } from './1764000800000-connector-questions.js';
import { Board1764000900000 } from './1764000900000-board.js';
import { Never1764000910000 } from './1764000910000-never.js';
import { MeetupEvenings1764001100000 } from './1764001100000-meetup-evenings.js';

/** One chain, in order. A migration that has been released is never changed. */
export const migrations = [
  FirstFloor1764000000000,
  Embeddings1764000100000,
  Outbox1764000200000,
  Accounts1764000300000,
  SecondFloor1764000400000,
  Introductions1764000500000,
  Digest1764000600000,
  Meetups1764000700000,
  ConnectorQuestions1764000800000,
  Board1764000900000,
  Never1764000910000,
  MeetupEvenings1764001100000,
];
