/** What stands around every page. */
export const frameEn = {
  'nav.name': 'Main',
  'nav.skip': 'Skip to the content',
  'nav.home': 'Home',
  'nav.statements': 'My asks and offers',
  'nav.meetups': 'Meetups',
  'nav.introductions': 'Introductions',
  'nav.settings': 'Settings',
  'nav.rounds': 'Rounds',
  'footer.promise': 'Given gladly. Nobody keeps count.',
};
