import { Body, Controller, Get, Put } from '@nestjs/common';

import { actingMember, CurrentActor, May, type Actor } from '../accounts/actor.js';
import { ContactCardDto } from './contact-cards.dto.js';
import { ContactCardsService } from './contact-cards.service.js';
import type { ContactCard } from './member.js';

@Controller('api/v1/contact-card')
export class ContactCardsController {
  constructor(private readonly cards: ContactCardsService) {}

  @Get()
  @May('account.read')
  async get(@CurrentActor() actor: Actor): Promise<ContactCardDto> {
    return toDto(await this.cards.ofOwn(actingMember(actor)));
  }

  @Put()
  @May('account.change')
  async put(@CurrentActor() actor: Actor, @Body() { sharesAddress, phone = null, link = null, note = null }: ContactCardDto): Promise<ContactCardDto> {
    return toDto(await this.cards.put({ memberId: actingMember(actor), sharesAddress, phone, link, note }));
  }
}

function toDto({ sharesAddress, phone, link, note }: ContactCard): ContactCardDto {
  return { sharesAddress, phone, link, note };
}
