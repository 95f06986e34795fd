/** The most that a page waits for its letters, in milliseconds. */
const patience = 1500

/** The faces that nearly every formula uses. */
const needed = ['KaTeX_Main normal 400', 'KaTeX_Math italic 400', 'KaTeX_Size1 normal 400']

/** Resolves when the letters of formulas are at hand, so that no line moves when they come; or when it took too long. */
export async function mathFonts(): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, patience))
  await Promise.race([Promise.allSettled(cuts().map((face) => face.load())), late])
}

/** Of each face the one declared last: the cut, which stands after the whole. */
function cuts(): FontFace[] {
  const faces = new Map<string, FontFace>()
  for (const face of document.fonts) {
    faces.set(`${face.family.replace(/"/g, '')} ${face.style} ${face.weight === 'normal' ? 400 : face.weight}`, face)
  }
  return needed.flatMap((name) => faces.get(name) ?? [])
}
