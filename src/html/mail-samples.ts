import type { MailProps, Voice } from './mail-layout.js';

const VOICES: Record<Voice, Pick<MailProps, 'manner' | 'communityName'>> = {
  du: { manner: { language: 'de', formal: false }, communityName: 'Werkraum Nord' },
  sie: { manner: { language: 'de', formal: true }, communityName: 'Netzwerk Unternehmerinnen' },
  en: { manner: { language: 'en', formal: false }, communityName: 'Harbour Makers' },
  es: { manner: { language: 'es', formal: false }, communityName: 'Mujeres con Rumbo' },
};

/** A sample of a mail in each form of its text. */
export function inEachVoice<Props extends MailProps>(build: (common: MailProps, voice: Voice) => Props): readonly Props[] {
  return (Object.keys(VOICES) as Voice[]).map((voice) => build({ ...VOICES[voice], url: 'https://gern.example.org' }, voice));
}
