/**
 * Whether a column of an imported file holds names of customers, by its header. Its values are names
 * without any word around them that says so, which is how the masking of running text knows a name.
 */
export function isNameField(header: string): boolean {
  return /^(?:.*[ _·(])?(?:성명|성함|이름|고객명|회원명|신청인|신청자|신고자|민원인|예금주|수취인|주문자|작성자|접수자명|보호자|name|customer ?name|full ?name)(?:[ _()].*)?$/i.test(
    header.trim(),
  );
}

/** Names of customers among the extra fields of a VOC: hidden wherever they stand in its text. */
export function namesAmong(extras: readonly { name: string; value: string }[]): string[] {
  return extras.filter(({ name }) => isNameField(name)).map(({ value }) => value.trim());
}
