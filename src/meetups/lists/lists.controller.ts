import { Controller, HttpCode, Param, Post } from '@nestjs/common';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { MeetupsService } from '../meetups.service.js';
import { IntroLists } from './intro-lists.service.js';

export class SendingCountsDto {
  queued: number;
  /** Queued by an earlier press: nobody gets a second list. */
  already: number;
  /** Nobody to meet: no mail. */
  nothingToSay: number;
  /** No account, and no stated ground on which to write, or no address. */
  notMailed: number;
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
  async send(@Param('id') id: string, @CurrentActor() { communityId }: Actor): Promise<SendingCountsDto> {
    return { ...(await this.lists.send(await this.meetups.get(communityId, id))) };
  }
}
