import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages that ship ES modules: Jest runs in CommonJS mode, so swc has to translate them. */
function modulePackages() {
  const names = [];
  for (const entry of readdirSync('node_modules')) {
    const folders = entry.startsWith('@') ? readdirSync(join('node_modules', entry)).map((name) => `${entry}/${name}`) : [entry];
    for (const name of folders) {
      const file = join('node_modules', name, 'package.json');
      if (!existsSync(file)) continue;
      const text = readFileSync(file, 'utf8');
      if (name !== 'axe-core' && (JSON.parse(text).type === 'module' || text.includes('.mjs"'))) names.push(name);
    }
  }
  return [...names, '@fastify/cookie', 'light-my-request'].map((name) => name.replace(/[.+/]/g, '\\$&'));
}

const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic', importSource: 'preact' } },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // Pages in a real browser have a command of their own: npm run test:web.
  testPathIgnorePatterns: ['/node_modules/', '/test/web/'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.(ts|tsx|js|mjs)$': swc },
  transformIgnorePatterns: [`node_modules/(?!(?:.*node_modules/)?(?:${modulePackages().join('|')})/)`],
  // By default one core is kept for the main thread, which has nothing to do here.
  maxWorkers: '100%',
  testTimeout: 120_000,
};
