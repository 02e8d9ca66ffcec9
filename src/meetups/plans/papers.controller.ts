import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';

import { CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { MeetupsService } from '../meetups.service.js';
import { introductionsCsv } from '../paper/introductions.csv.js';
import type { MeetupSheet } from '../paper/meetup-sheet.js';
import { EveningService } from './evening.service.js';
import { GapsDto, PaperQuery, wishesOf } from './plans.dto.js';

/** What an organizer prints or holds on a phone: no contact data on any of it. */
@Controller('api/v1/meetups/:id')
@May('meetups.organize')
export class PapersController {
  constructor(
    private readonly meetups: MeetupsService,
    private readonly evening: EveningService,
  ) {}

  /** What is looked for and not offered. */
  @Get('gaps')
  async gaps(@Param('id') id: string, @Query() query: PaperQuery, @CurrentActor() actor: Actor): Promise<GapsDto> {
    const { coverage, gaps, unanswered } = await this.sheet(id, query, actor);
    return { coverage, gaps: [...gaps], unanswered: [...unanswered] };
  }

  /** Host sheet, cards and map on one page. */
  @Get('sheet.html')
  @Header('content-type', 'text/html; charset=utf-8')
  // The page carries its own style, and nothing else.
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
  async page(@Param('id') id: string, @Query() query: PaperQuery, @CurrentActor() actor: Actor): Promise<string> {
    const sheet = await this.sheet(id, query, actor);
    const [{ printPage }, { createTypesetter }] = await Promise.all([import('../paper/print-page.js'), import('../paper/pdf.js')]);
    return printPage(sheet, createTypesetter());
  }

  @Get('sheet.pdf')
  @Header('content-type', 'application/pdf')
  async pdf(@Param('id') id: string, @Query() query: PaperQuery, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const sheet = await this.sheet(id, query, actor);
    const { hostSheetPdf } = await import('../paper/pdf.js');
    return new StreamableFile(await hostSheetPdf(sheet, await this.changedAt(id, actor)));
  }

  /** A card for each guest, eight to a page. */
  @Get('cards.pdf')
  @Header('content-type', 'application/pdf')
  async cards(@Param('id') id: string, @Query() query: PaperQuery, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const sheet = await this.sheet(id, query, actor);
    const { cardsPdf } = await import('../paper/pdf.js');
    return new StreamableFile(await cardsPdf(sheet, await this.changedAt(id, actor)));
  }

  @Get('introductions.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  async csv(@Param('id') id: string, @Query() query: PaperQuery, @CurrentActor() actor: Actor): Promise<string> {
    return introductionsCsv(await this.sheet(id, query, actor));
  }

  /** Who can help whom, as a picture. */
  @Get('map.svg')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  async map(@Param('id') id: string, @Query() query: PaperQuery, @CurrentActor() actor: Actor): Promise<string> {
    const sheet = await this.sheet(id, query, actor);
    const [{ giveMapSvg }, { createTypesetter }] = await Promise.all([import('../paper/give-map.js'), import('../paper/pdf.js')]);
    return giveMapSvg(sheet, createTypesetter());
  }

  private async sheet(id: string, query: PaperQuery, { communityId }: Actor): Promise<MeetupSheet> {
    return this.evening.sheet(await this.meetups.get(communityId, id), wishesOf(query), query.language);
  }

  /** Of the meetup, not of this request: the same sheet gives the same bytes (P11). */
  private async changedAt(id: string, { communityId }: Actor): Promise<Date> {
    return new Date((await this.meetups.get(communityId, id)).changedAt);
  }
}
