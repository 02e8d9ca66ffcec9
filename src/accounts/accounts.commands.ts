import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';

import { DomainError } from '../errors.js';

/** @param openHouse opens the house without HTTP: it stands above this room */
export function addOrganizerCommands(program: Command, openHouse: () => Promise<INestApplicationContext>): void {
  program
    .command('organizer')
    .description('People who look after this install.')
    .command('link')
    .description('Print a new one-time link for the first organizer, while there is none.')
    .action(async () => {
      // Loaded only when wanted: it brings the whole frame along, and no other command should wait for that.
      const { FirstOrganizer } = await import('./first-organizer.service.js');
      const house = await openHouse();
      try {
        const link = await house.get(FirstOrganizer).newLink();
        if (link === undefined) throw new DomainError('not-possible', 'There is an organizer already: they invite others.');
        process.stdout.write(`${link}\n`);
      } finally {
        await house.close();
      }
    });
}
