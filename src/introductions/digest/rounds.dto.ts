import { IsUUID } from 'class-validator';

import { type RoundState } from './round.js';

export class RoundDto {
  id: string;
  /** The community's local date. */
  date: string;
  /** `waiting` for an organizer, or `released`. @example waiting */
  state: RoundState;
}

export class RoundEntryDto {
  id: string;
  giver: { id: string; name: string };
  asker: { id: string; name: string };
  ask: { id: string; text: string };
  offer: { id: string; text: string };
  /** 0..1. */
  affinity: number;
  /** A `surprise` is a weak tie, shown to the giver only and labelled. */
  kind: 'planned' | 'surprise';
  /** Whether an organizer took it out. */
  forbidden: boolean;
}

export class RoundDetailDto extends RoundDto {
  entries: RoundEntryDto[];
}

export class SwapDto {
  /** The offer that takes the place, of any member who may be introduced to the asker. */
  @IsUUID()
  offerId: string;
}
