// Reads vitest's JSON report. A file that cannot even be loaded has no failed tests, and a fault
// outside every test has none either: both count as one failure, so that no run looks green by accident.

export function countTests(report, exitCode) {
  const passed = report?.numPassedTests ?? 0;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const unloaded = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = (report?.numFailedTests ?? 0) + unloaded;
  return { passed, skipped, failed: exitCode !== 0 && failed === 0 ? 1 : failed, exitCode };
}

export function closingLine(counts) {
  const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
  const skipped = sum('skipped');
  const line = `${sum('passed')} passed, ${sum('failed')} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}

/** Each failed test with its file and why, for the end of a log of which only the end may be kept. */
export function failedTests(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length > 0) {
      return failed.map(({ fullName, failureMessages }) =>
        [`${name}: ${fullName}`, ...failureMessages].join('\n'),
      );
    }
    return status === 'failed' ? [`${name}\n${message}`] : [];
  });
}
