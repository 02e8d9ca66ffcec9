import { Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { preferredLanguage } from '../../html/messages.js';
import { MeetupsService } from '../meetups.service.js';
import { IntroLists } from './intro-lists.service.js';
import { sendingTexts } from './sending.js';

export class SendingCountsDto {
  queued: number;
  /** Queued by an earlier press: nobody gets a second list. */
  already: number;
  /** Nobody to meet: no mail. */
  nothingToSay: number;
  /** No account, and the meetup states no ground on which to write. */
  basisMissing: number;
  /** No account, and no address that takes mail. */
  noAddress: number;
  /** All of it as sentences, in the reader's language, with what would help. */
  text: string;
}

@Controller('api/v1/meetups/:id/lists')
export class ListsController {
  constructor(
    private readonly meetups: MeetupsService,
    private readonly lists: IntroLists,
  ) {}

  /** Sends each guest their list, in their language; once. */
  @Post()
  @HttpCode(200)
  @May('meetups.organize')
  async send(@Param('id') id: string, @CurrentActor() { communityId }: Actor, @Headers('accept-language') accept?: string): Promise<SendingCountsDto> {
    const counts = await this.lists.send(await this.meetups.get(communityId, id));
    return { ...counts, text: sendingTexts(counts, preferredLanguage(accept)).join(' ') };
  }
}
