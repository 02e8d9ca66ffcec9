import { readConfig } from '../../src/config.js';

const on = { GERN_EMBEDDINGS_URL: 'http://127.0.0.1:11434/v1', GERN_EMBEDDINGS_MODEL: 'all-minilm' };

describe('the settings of embeddings', () => {
  test('off by default, and where they are set to nothing', () => {
    expect(readConfig({}).embeddings).toBeUndefined();
    expect(readConfig({ GERN_EMBEDDINGS_URL: '', GERN_EMBEDDINGS_MODEL: '' }).embeddings).toBeUndefined();
  });

  test('address and model are enough; a slash at the end makes no difference', () => {
    expect(readConfig(on).embeddings).toEqual({ url: 'http://127.0.0.1:11434/v1', model: 'all-minilm', timeout: 2_000 });
    const all = readConfig({ ...on, GERN_EMBEDDINGS_URL: 'https://vectors.example.org/', GERN_EMBEDDINGS_KEY: 'key', GERN_EMBEDDINGS_TIMEOUT: '500' });
    expect(all.embeddings).toEqual({ url: 'https://vectors.example.org', model: 'all-minilm', key: 'key', timeout: 500 });
  });

  test.each<[string, Record<string, string>]>([
    ['GERN_EMBEDDINGS_URL', { GERN_EMBEDDINGS_MODEL: 'all-minilm' }],
    ['GERN_EMBEDDINGS_MODEL', { GERN_EMBEDDINGS_URL: on.GERN_EMBEDDINGS_URL }],
    ['GERN_EMBEDDINGS_URL', { ...on, GERN_EMBEDDINGS_URL: '127.0.0.1:11434' }],
    ['GERN_EMBEDDINGS_URL', { ...on, GERN_EMBEDDINGS_URL: 'ftp://example.org' }],
    ['GERN_EMBEDDINGS_URL', { ...on, GERN_EMBEDDINGS_URL: 'https://name:word@example.org/v1' }],
    ['GERN_EMBEDDINGS_URL', { ...on, GERN_EMBEDDINGS_URL: 'https://example.org/v1?key=1' }],
    ['GERN_EMBEDDINGS_KEY', { ...on, GERN_EMBEDDINGS_KEY: 'two\nlines' }],
    ['GERN_EMBEDDINGS_TIMEOUT', { ...on, GERN_EMBEDDINGS_TIMEOUT: '0' }],
    ['GERN_EMBEDDINGS_TIMEOUT', { ...on, GERN_EMBEDDINGS_TIMEOUT: '2 s' }],
  ])('a mistake is told by the name of its variable: %s', (name, environment) => {
    expect(() => readConfig(environment)).toThrow(expect.objectContaining({ faults: [expect.objectContaining({ pointer: name })] }));
  });
});
