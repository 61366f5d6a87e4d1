// Floor: search. Numbers as letters, for streams that pack well.

// Small numbers, which are frequent, take one byte.
const ONE_BYTE = 90;

/** From here on letters would be halves of others. */
const TOO_LARGE = 0xd700;

/** A whole number from 0 up as one letter. @throws RangeError when it has none. */
export function letterOf(number: number): string {
  if (!(Number.isInteger(number) && number >= 0 && number < TOO_LARGE)) {
    throw new RangeError(`no letter for ${number}`);
  }
  return String.fromCharCode(number < ONE_BYTE ? 0x23 + number : 0x100 + number);
}

/** The number that `letterOf` wrote. */
export const numberOf = (letter: string): number => {
  const code = letter.charCodeAt(0);
  return code < 0x100 ? code - 0x23 : code - 0x100;
};
