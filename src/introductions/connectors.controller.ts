import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';

import { actingMember, CurrentActor, May, type Actor } from '../accounts/actor.js';
import { message, preferredLanguage } from '../html/messages.js';
import { ConnectorsService } from './connectors.service.js';
import { ConnectionDto, ForwardableDto, LikelyConnectorListDto } from './introductions.dto.js';
import { LikelyConnectors } from './likely-connectors.service.js';

@Controller('api/v1/asks/:id')
export class ConnectorsController {
  constructor(
    private readonly connectors: ConnectorsService,
    private readonly likely: LikelyConnectors,
  ) {}

  /** "I know someone": both are asked separately, the giver first. The answer is the same whether or not they can be asked at the moment. */
  @Post('connections')
  @HttpCode(204)
  @May('introductions.connect')
  async connect(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { memberId, words }: ConnectionDto): Promise<void> {
    await this.connectors.connect(actor.communityId, actingMember(actor), id, memberId === undefined ? { outside: true } : { memberId }, words);
  }

  /** The ask as a text to pass on to people outside, without private data. */
  @Get('forwardable')
  @May('introductions.connect')
  async forwardable(@CurrentActor() actor: Actor, @Param('id') id: string, @Headers('accept-language') accept?: string): Promise<ForwardableDto> {
    return { text: await this.connectors.forwardable(actor.communityId, id, preferredLanguage(accept)) };
  }

  /** Where nobody could help directly: up to three members who may know somebody, each with the reason. */
  @Get('likely-connectors')
  @May('introductions.connect')
  async likelyConnectors(@CurrentActor() actor: Actor, @Param('id') id: string, @Headers('accept-language') accept?: string): Promise<LikelyConnectorListDto> {
    const language = preferredLanguage(accept);
    const items = await this.likely.forAsk(actor.communityId, id);
    return {
      items: items.map(({ memberId, firstName: name, reason }) => ({
        memberId,
        firstName: name,
        reason:
          reason.kind === 'near' ? message(language, 'connect.near', { name, ask: reason.askPhrase, offer: reason.offerPhrase }) : message(language, 'connect.place', { name, place: reason.place }),
      })),
    };
  }
}
