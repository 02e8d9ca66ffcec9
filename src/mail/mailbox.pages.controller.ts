import { Controller, Get, Header, Headers, Inject, Param, ParseIntPipe } from '@nestjs/common';

import { CONFIG, type Config } from '../config.js';
import { notFound } from '../errors.js';
import { renderPage } from '../html/layout.js';
import { preferredLanguage } from '../html/messages.js';
import { OpenRoute } from '../http/open-route.js';
import { openLetter, type OpenedLetter } from './mailbox.js';
import { LetterPage, MailboxPage } from './mailbox.pages.js';
import { MemoryTransport } from './memory.transport.js';
import { TRANSPORT, type Transport } from './transport.js';

const HTML = 'text/html; charset=utf-8';
const WITH_FRAME = "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";
/** A mail shows its own styles and nothing from elsewhere. */
const MAIL_ONLY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

/** What the demo's mails look like. There is no such page outside the demo. */
@Controller('mailbox')
@OpenRoute('mail.look')
export class MailboxPageController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSPORT) private readonly transport: Transport,
  ) {}

  @Get()
  @Header('content-type', HTML)
  list(@Headers('accept-language') accept?: string): string {
    const letters = this.letters().map((letter, i) => ({ ...letter, number: i + 1 }));
    return renderPage(MailboxPage({ language: preferredLanguage(accept), letters: letters.reverse() }));
  }

  @Get(':number')
  @Header('content-type', HTML)
  @Header('content-security-policy', WITH_FRAME)
  show(@Param('number', ParseIntPipe) number: number, @Headers('accept-language') accept?: string): string {
    return renderPage(LetterPage({ language: preferredLanguage(accept), number, letter: this.letter(number) }));
  }

  @Get(':number/html')
  @Header('content-type', HTML)
  @Header('content-security-policy', MAIL_ONLY)
  html(@Param('number', ParseIntPipe) number: number): string {
    return this.letter(number).html;
  }

  @Get(':number/text')
  @Header('content-type', 'text/plain; charset=utf-8')
  text(@Param('number', ParseIntPipe) number: number): string {
    return this.letter(number).text;
  }

  @Get(':number/source')
  @Header('content-type', 'text/plain; charset=utf-8')
  source(@Param('number', ParseIntPipe) number: number): string {
    return this.letter(number).source;
  }

  private letters(): OpenedLetter[] {
    if (!this.config.demo || !(this.transport instanceof MemoryTransport)) throw notFound('This page');
    return this.transport.letters.map(openLetter);
  }

  private letter(number: number): OpenedLetter {
    const letter = this.letters()[number - 1];
    if (!letter) throw notFound('This mail');
    return letter;
  }
}
