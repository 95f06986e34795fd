/** The first 64 bits of a submission's digest, in groups that a person can read out: `3F2A-90C1-77B0-E1D4`. */
export function receiptCode(digest: string): string {
  return digest
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-')
}
