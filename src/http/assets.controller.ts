import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { gzipSync } from 'node:zlib';

import { ASSETS } from '../html/assets.js';
import { OpenRoute } from './open-route.js';

const COMPRESSED = new Map(Object.entries(ASSETS).map(([name, { body }]) => [name, gzipSync(body)]));
const FOR_GOOD = 'public, max-age=31536000, immutable';
const FOR_AN_HOUR = 'public, max-age=3600';

/** Style sheet, script and icons, from our own origin and nowhere else. */
@ApiExcludeController()
@Controller()
@OpenRoute('community.read')
export class AssetsController {
  @Get(Object.keys(ASSETS))
  get(@Req() { url, headers }: FastifyRequest, @Res() reply: FastifyReply): void {
    const [path = '', version] = url.split('?v=');
    const name = path.slice(1).split('?')[0]!;
    const { type, body } = ASSETS[name]!;
    const packed = COMPRESSED.get(name)!;
    const isPacked = packed.length < body.length && /\bgzip\b/u.test(String(headers['accept-encoding'] ?? ''));
    if (isPacked) void reply.header('content-encoding', 'gzip');
    void reply
      .header('content-type', type)
      .header('vary', 'accept-encoding')
      .header('cache-control', version === undefined ? FOR_AN_HOUR : FOR_GOOD)
      .send(isPacked ? packed : body);
  }
}
