/** What may be put on a field. The student's page says the same before anything is sent. */
export const uploadLimits = {
  /** of one file, in bytes */
  bytes: 12_000_000,
  /** of one photograph */
  pixels: 50_000_000,
  /** of one file and of one field, in pages */
  pages: 12,
  /** of an attempt, pages taken off again included: bytes as they were sent, and files */
  attemptBytes: 200_000_000,
  attemptFiles: 150,
} as const
