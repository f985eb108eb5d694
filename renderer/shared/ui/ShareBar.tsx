import classes from './ShareBar.module.css';

/** A part of a whole as a bar; the figure stands beside it. From 0 to 1. */
export function ShareBar({ share }: { share: number }) {
  return (
    <span className={classes.track}>
      <span className={classes.bar} style={{ width: `${share * 100}%` }} />
    </span>
  );
}
