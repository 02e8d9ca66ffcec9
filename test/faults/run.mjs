// What happens when things break. `npm run faults`, or `npm run faults -- --only mail-kill --kills 300 --mails 12000`.
import { parseArgs } from 'node:util';

import { printFigures } from '../../dist/judgments/figures.js';
import { mailKill } from './mail-kill.mjs';

const FAULTS = { 'mail-kill': mailKill };

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string' },
    kills: { type: 'string', default: '8' },
    mails: { type: 'string', default: '400' },
    connections: { type: 'string', default: '1' },
    workers: { type: 'string', default: '1' },
  },
});
const wanted = Object.keys(FAULTS).filter((name) => flags.only === undefined || name === flags.only);
if (wanted.length === 0) throw new Error(`There is no fault "${flags.only}"; there are ${Object.keys(FAULTS).join(', ')}.`);
const figures = [];
const { kills, mails, connections, workers } = flags;
const size = { kills: Number(kills), mails: Number(mails), connections: Number(connections), workers: Number(workers) };
for (const name of wanted) figures.push(...(await FAULTS[name](size)));
process.exitCode = printFigures(figures, (line) => process.stdout.write(line)) ? 0 : 1;
