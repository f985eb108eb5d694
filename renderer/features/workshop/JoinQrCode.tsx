import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import classes from './JoinQrCode.module.css';

interface JoinQrCodeProps {
  /** Of the voting page, as it is typed by hand. */
  address: string;
  joinCode: string;
}

/**
 * The voting page for a phone's camera. The join code stands behind the #, which a browser keeps to itself;
 * the page reads it there and joins.
 */
export function JoinQrCode({ address, joinCode }: JoinQrCodeProps) {
  const { t } = useTranslation();
  const { size, path } = useMemo(() => drawn(`${address}#${joinCode}`), [address, joinCode]);
  return (
    <svg
      className={classes.code}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={t('workshop:voting.qrCode')}
    >
      <path d={path} />
    </svg>
  );
}

/** Cameras look for so many white modules around the code; ISO/IEC 18004. */
const quietZone = 4;

function drawn(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: quietZone });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join('') };
}
