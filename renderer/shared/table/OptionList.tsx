import type { ReactNode } from 'react';
import classes from './OptionList.module.css';

interface OptionListProps {
  id: string;
  label: string;
  options: readonly string[];
  /** The option pointed at by keyboard. */
  pointed: number | null;
  /** Drawn at the end of an option, such as its digit. */
  mark?: (index: number) => ReactNode;
  /** Said in place of options where there is none. */
  instead?: string | null;
  onTake: (index: number) => void;
}

/**
 * The values that a cell can take, listed under it. The focus stays in the cell, which hears the
 * keys: a press must not take it away before it chooses.
 */
export function OptionList(props: OptionListProps) {
  const { id, label, options, pointed, mark, instead, onTake } = props;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      tabIndex={-1}
      className={classes.options}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the cell itself listens to keys
        <div
          key={option}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === pointed}
          className={classes.option}
          onClick={() => onTake(index)}
        >
          <span className={classes.name}>{option}</span>
          {mark?.(index)}
        </div>
      ))}
      {options.length === 0 && instead != null && (
        <div role="option" aria-selected={false} tabIndex={-1} className={classes.option}>
          {instead}
        </div>
      )}
    </div>
  );
}

/** What `aria-activedescendant` of the cell points at. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The digit that takes an option at once; the first nine have one. */
export function OptionDigit({ index }: { index: number }) {
  if (index >= 9) return null;
  return (
    <kbd className={classes.digit} aria-hidden>
      {index + 1}
    </kbd>
  );
}
