import type { Locale } from '../../core/contract/common.schema.ts';
import { localeWords } from '../host/locale-words.ts';

/** Tells, in both languages, how to get in: nobody knows yet which one the reader speaks. */
export function sessionPage(): string {
  return `<!doctype html>
<html lang="ko">
<head><meta charset="utf-8"><title>${escapeHtml(localeWords('ko')('app:session.title'))}</title></head>
<body style="font-family: Pretendard, 'Malgun Gothic', 'Apple SD Gothic Neo', sans-serif; line-height: 1.7; max-width: 40rem; margin: 18vh auto 0; padding: 0 2rem; word-break: keep-all">
${section('ko')}
${section('en')}
</body>
</html>
`;
}

function section(locale: Locale): string {
  const words = localeWords(locale);
  return `<section lang="${locale}">
<h1 style="font-size: 1.25rem; margin: 2rem 0 0.5rem">${escapeHtml(words('app:session.title'))}</h1>
<p>${escapeHtml(words('app:session.reason'))}</p>
<p><strong>${escapeHtml(words('app:session.remedy'))}</strong></p>
</section>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
