/** A measured figure with what it is held against. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly goal: number;
  /** Whether more or less is better. */
  readonly better: 'more' | 'less';
}

/** Prints each figure as a line `name: figure (goal G)`, then `N held, M short`; true when all held. */
export function printFigures(figures: readonly Figure[], write: (line: string) => void): boolean {
  const holds = ({ value, goal, better }: Figure): boolean => (better === 'more' ? value >= goal : value <= goal);
  for (const figure of figures) {
    const { name, value, goal, better } = figure;
    write(`${name}: ${value.toFixed(3)} (goal ${better === 'more' ? 'at least' : 'at most'} ${goal.toFixed(2)})${holds(figure) ? '' : '  short'}\n`);
  }
  const held = figures.filter(holds).length;
  write(`${held} held, ${figures.length - held} short\n`);
  return held === figures.length;
}
