/** The nonce under which this page may add style sheets; the shell wrote it into the page. */
export const cspNonce =
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
