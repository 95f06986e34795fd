/** The most that a page waits for its letters, in milliseconds. */
const patience = 1500

/** Resolves when the letters of formulas are at hand, so that no line moves when they come; or when it took too long. */
export async function mathFonts(): Promise<void> {
  const faces = ['1em KaTeX_Main', 'italic 1em KaTeX_Math', '1em KaTeX_Size1'].map((face) => document.fonts.load(face))
  const late = new Promise((resolve) => setTimeout(resolve, patience))
  await Promise.race([Promise.allSettled(faces).then(() => document.fonts.ready), late])
}
