import { Fault } from './fault.ts'
import type { LatexReader } from './tokenise-latex.ts'

/** `\\sqrt[n]{x}` is x^(1/n). */
export function readRoot(reader: LatexReader, start: number): void {
  const { source } = reader
  source.skipSpace()
  if (source.text[source.at] !== '[') {
    reader.symbols('{√', start)
    reader.argument()
    reader.symbols('}', start)
    return
  }
  source.at += 1
  const index = reader.capture(() => {
    if (!reader.readUntil(() => source.text[source.at] === ']')) {
      throw new Fault('parse', 'The index of this root is never closed.', { start, end: source.at })
    }
  })
  source.at += 1
  reader.symbols('{', start)
  reader.argument()
  reader.symbols('^{', start)
  reader.emit('number', '1', start, source.at)
  reader.symbols('/{', start)
  reader.tokens.push(...index)
  reader.symbols('}}}', start)
}
