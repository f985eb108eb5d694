import classes from './BusyLine.module.css';

/** A line that runs along the top of what is being fetched, once one would notice the waiting. */
export function BusyLine({ on }: { on: boolean }) {
  return on ? <span className={classes.line} aria-hidden /> : null;
}
