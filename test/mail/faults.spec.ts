import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

(existsSync('dist/mail/carriage.module.js') ? describe : describe.skip)('kill -9 while mail is carried', () => {
  test(
    'P12 loses none, doubles none, and lists what is uncertain',
    async () => {
      const run = spawn('node', ['test/faults/run.mjs', '--only', 'mail-kill', '--kills', '3', '--mails', '90'], { stdio: ['ignore', 'pipe', 'ignore'] });
      let told = '';
      run.stdout.on('data', (text) => (told += String(text)));
      const code = await new Promise((resolve) => run.once('exit', resolve));
      expect(told).toContain('7 held, 0 short');
      expect(code).toBe(0);
    },
    // Mails of the killed workers wait for the end of a lease.
    400_000,
  );
});
