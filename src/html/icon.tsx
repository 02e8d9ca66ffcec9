import type { VNode } from 'preact';

/** Drawn in a square of 24, stroke only, so that they take the colour of their words. */
const DRAWINGS = {
  check: 'M4 12.5l5 5L20 6.5',
  alert: 'M12 3l9.5 17h-19zM12 10v4M12 17v.5',
} as const;

type IconName = keyof typeof DRAWINGS;

/** An ornament beside words; it says nothing by itself. */
export function Icon({ name }: { readonly name: IconName }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
