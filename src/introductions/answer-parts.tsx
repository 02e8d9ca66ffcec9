import type { VNode } from 'preact';

import type { MessageKey } from '../html/messages/en.js';
import { STEPS } from './introduction.js';

interface PartProps {
  readonly t: (key: MessageKey) => string;
}

/** The smallest step that would help, as the giver chooses it. */
export function StepChoice({ t }: PartProps): VNode {
  return (
    <label>
      {t('introduction.step')}
      <select name="step">
        {STEPS.map((step) => (
          <option value={step}>{t(`introduction.step.${step}`)}</option>
        ))}
      </select>
    </label>
  );
}

/** The two friendly ways to say no. @param action where the answer goes */
export function Refusals({ t, action }: PartProps & { readonly action: string }): VNode {
  return (
    <form method="post" action={action}>
      <button type="submit" name="why" value="not-now" class="quiet">
        {t('introduction.not-now')}
      </button>
      <button type="submit" name="why" value="known" class="quiet">
        {t('introduction.known')}
      </button>
    </form>
  );
}
