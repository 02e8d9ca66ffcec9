import { House } from '../support/house.js';

describe('the page of the design system', () => {
  test('shows every colour pair with its contrast, in the demo only and in three languages', async () => {
    const house = await House.open();
    expect((await house.visitor().call('GET', '/design')).status).toBe(404);
    await house.close();

    const demo = await House.open({ settings: { demo: true } });
    for (const [language, title] of [
      ['de', 'Wie Gern aussieht'],
      ['en', 'How Gern looks'],
      ['es', 'Cómo se ve Gern'],
    ] as const) {
      const { body } = await demo.visitor().call('GET', `/design?language=${language}`);
      expect(body).toContain(`<h1>${title}</h1>`);
      expect(body.match(/\d[.,]\d : 1<\/li>/gu)).toHaveLength(22);
      expect(body).not.toMatch(/ style="|<style|javascript:/u);
    }
    await demo.close();
  });
});
