/** Whom a member does not want to be introduced to. */
export const neverEn = {
  'never.lead': 'You two are never suggested to each other, nor introduced, nor put together at a meetup. It is silent: nobody learns of it, and nobody can see this page but you.',
  'never.none': 'Nobody. May it stay so.',
  'never.who': 'Whom do you not want to meet here?',
  'never.who.hint': 'First and last name, or mail address. It counts whether or not the person is here, and also if they join later. You are not told which.',
  'never.who.short': 'First and last name, please: a first name alone means many.',
  'never.add': 'Keep apart',
  'never.unnamed': 'Somebody whose name you have not seen',
  'never.known': 'People you know already',
  'never.known.lead': 'You answered “We know each other”. You are not suggested to each other, as nobody needs to introduce you.',
  'never.known.none': 'Nobody yet.',
  'never.done.added': 'Noted. It counts from now on, and nobody learns of it.',
  'never.done.taken-back': 'Taken back. From now on chance decides again.',
};
