import { crc32, deflateSync } from 'node:zlib';

import { COLOURS } from './style/colours.js';

/** Two who meet: circles that overlap, in a square of 100 on the accent. */
const CIRCLES = [
  { x: 38, y: 50, radius: 21 },
  { x: 62, y: 50, radius: 21 },
] as const;
const { accent, mark, paper } = COLOURS.light;
const SHADES = [accent, mark, paper] as const;

export function appIconDrawing(): string {
  const circles = CIRCLES.map(({ x, y, radius }) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${mark}"/>`).join('');
  const lens = 'M50 32.8a21 21 0 0 1 0 34.4a21 21 0 0 1 0-34.4z';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" rx="22" fill="${accent}"/>${circles}<path d="${lens}" fill="${paper}"/></svg>`;
}

/** The same as a PNG of palette colours. @param size in pixels */
export function appIcon(size: number): Buffer {
  const rows = Buffer.alloc((size + 1) * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [x, y] = [((column + 0.5) * 100) / size, ((row + 0.5) * 100) / size];
      rows[row * (size + 1) + 1 + column] = CIRCLES.filter((circle) => Math.hypot(x - circle.x, y - circle.y) <= circle.radius).length;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(SHADES.map((shade) => shade.slice(1)).join(''), 'hex');
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** A chunk of a PNG: length, name, content, checksum (ISO/IEC 15948, 5.3). */
function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
