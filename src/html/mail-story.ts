import type { Voice } from './mail-layout.js';

interface Story {
  readonly asker: string;
  readonly giver: string;
  readonly ask: string;
  readonly offer: string;
  readonly askPhrase: string;
  readonly offerPhrase: string;
}

const GERMAN: Story = {
  asker: 'Omar',
  giver: 'Lena',
  ask: 'Ich suche jemanden für Produktfotos. Meine Frau und ich backen Honigkuchen, und auf unseren Bildern sehen sie aus wie Ziegelsteine.',
  offer: 'Ich fotografiere gern Essen und Handwerk, am liebsten bei Tageslicht, und zeige auch, wie es mit dem Telefon gelingt.',
  askPhrase: 'Produktfotos … Honigkuchen',
  offerPhrase: 'fotografiere gern Essen',
};

/** One story, told in each language, for the samples of all mails. All people are invented. */
export const STORY: Record<Voice, Story> = {
  du: GERMAN,
  sie: GERMAN,
  en: {
    asker: 'Omar',
    giver: 'Maya',
    ask: 'I need somebody for product photos. We bake honey cake, and in our own pictures it looks like brick.',
    offer: 'I love photographing food and crafts, best in daylight, and I can show you how to do it with a phone.',
    askPhrase: 'product photos … honey cake',
    offerPhrase: 'photographing food and crafts',
  },
  es: {
    asker: 'Omar',
    giver: 'Inés',
    ask: 'Busco a alguien para hacer fotos de producto. Horneamos pan de miel y en nuestras imágenes parece un ladrillo.',
    offer: 'Me encanta fotografiar comida y artesanía, mejor con luz de día, y enseño a hacerlo con el móvil.',
    askPhrase: 'fotos de producto … pan de miel',
    offerPhrase: 'fotografiar comida y artesanía',
  },
};
