import classes from './HitText.module.css';
import { lineWithHit, searchHits } from './search-hits.ts';

interface HitTextProps {
  text: string;
  search: string;
  /** One line that starts near the first hit; otherwise the whole text. */
  oneLine?: boolean;
}

/** A customer's words with what was searched for marked in them. */
export function HitText({ text, search, oneLine = false }: HitTextProps) {
  const pieces = oneLine ? lineWithHit(text, search) : searchHits(text, search);
  return pieces.map((piece) =>
    piece.hit ? (
      <mark key={piece.start} className={classes.hit}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
