// Floor: search. Numbers as letters, for streams that pack well.

// Small numbers, which are frequent, take one byte.
const ONE_BYTE = 90;

/** A number from 0 up as one letter. */
export const letterOf = (number: number): string =>
  String.fromCharCode(number < ONE_BYTE ? 0x23 + number : 0x100 + number);

export const numberOf = (letter: string): number => {
  const code = letter.charCodeAt(0);
  return code < 0x100 ? code - 0x23 : code - 0x100;
};
