import type { DeploymentLine } from './deployment-table.ts';

const levelCount = 3;

/** The table for the clipboard: spreadsheets and word processors keep its merged cells. */
export function deploymentHtml(
  heads: readonly string[],
  lines: readonly DeploymentLine[],
  factsOf: (line: DeploymentLine) => readonly string[],
): string {
  const head = heads.map((text) => `<th>${escaped(text)}</th>`).join('');
  const body = lines.map((line) => `<tr>${cellsOf(line, factsOf(line))}</tr>`).join('');
  return `<table border="1"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function cellsOf({ cells }: DeploymentLine, facts: readonly string[]): string {
  const levels = Array.from({ length: levelCount }, (_, level) => {
    const cell = cells[level];
    if (cell === null) return '';
    if (cell === undefined) return '<td></td>';
    return `<td rowspan="${cell.span}">${escaped(cell.requirement.name)}</td>`;
  });
  return [...levels, ...facts.map((fact) => `<td>${escaped(fact)}</td>`)].join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
