import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { message } from '../../html/messages.js';
import { BOARD_CHOICES, type BoardChoice } from '../../members/statement.js';

/** Whether everybody of the community may read an ask, and with which name. */
export function BoardChoiceField({ language, chosen }: { readonly language: Language; readonly chosen: BoardChoice | undefined }): VNode {
  return (
    <fieldset>
      <legend>{message(language, 'board.choice')}</legend>
      {[undefined, ...BOARD_CHOICES].map((choice) => (
        <label>
          <input type="radio" name="board" value={choice ?? ''} checked={choice === chosen} /> {message(language, `board.choice.${choice ?? 'off'}`)}
        </label>
      ))}
    </fieldset>
  );
}
