import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';

import { renderPage } from '../html/layout.js';

export function sendPage(reply: FastifyReply, page: VNode, status = 200): void {
  void reply.status(status).header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store').send(renderPage(page));
}

/** Leads the browser on after a press, so that reloading does not press again. @param location path on this install */
export function leadTo(reply: FastifyReply, location: string): void {
  void reply.status(303).header('location', location).header('cache-control', 'no-store').send();
}
