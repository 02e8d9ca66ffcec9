import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** OpenAPI 3.1 of all controllers: a page at /api/docs, the document at /api/docs-json. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const info = new DocumentBuilder()
    .setTitle('Gern')
    .setDescription('Introductions that put giving first. Errors are application/problem+json (RFC 9457).')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, info), { customSiteTitle: 'Gern API' });
}
