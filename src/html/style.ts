import { CARDS } from './style/cards.js';
import { FORMS } from './style/forms.js';
import { PAGE } from './style/page.js';
import { STATES } from './style/states.js';
import { TOKENS } from './style/tokens.js';
import { TYPE } from './style/type.js';

/** The one style sheet: warm, calm, typographic; light and dark; phone first. */
export const STYLE = [TOKENS, TYPE, PAGE, FORMS, CARDS, STATES].join('').trim();
