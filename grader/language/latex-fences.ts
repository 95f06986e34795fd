import { Fault } from './fault.ts'
import { symbolCommands } from './latex-commands.ts'
import { readEnvironment } from './latex-environments.ts'
import type { LatexReader } from './tokenise-latex.ts'

const partner: Record<string, string> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '⌊': '⌋',
  '⌈': '⌉',
  '|': '|',
  '‖': '‖',
  '⟨': '⟩',
}
const named: Record<string, string> = { lvert: '|', rvert: '|', lVert: '‖', rVert: '‖' }

/** `\left( … \right)`, and bars that say which side they are on. Whether the command was one of these. */
export function readFences(reader: LatexReader, command: string, start: number): boolean {
  const { source } = reader
  if (/^[lr][vV]ert$/.test(command)) {
    const bar = named[command] ?? '|'
    reader.symbols(command.startsWith('l') ? `{${bar}{` : `}${bar}}`, start)
    if (command === 'rVert') reader.skipEuclidean()
    return true
  }
  if (command === 'right' || command === 'mright') {
    throw new Fault('parse', 'There is a \\right without a \\left.', { start, end: source.at })
  }
  if (command !== 'left' && command !== 'mleft') return false
  const open = delimiter(reader)
  if (open === '{' && readBracedCases(reader, start)) return true
  const expected = partner[open]
  if (!expected) throw new Fault('parse', 'This bracket cannot open here.', { start, end: source.at })
  const bars = open === '|' || open === '‖'
  reader.symbols(bars ? `{${open}{` : open, start)
  const opened = { start, end: source.at }
  if (!reader.nested(opened, () => reader.readUntil(() => /^m?right$/.test(source.command() ?? '')))) {
    throw new Fault('parse', 'This bracket is never closed.', opened)
  }
  const closing = source.at
  source.at += (source.command()?.length ?? 0) + 1
  const close = delimiter(reader)
  if (close !== expected) {
    throw new Fault('parse', `A “${expected}” was expected.`, { start: closing, end: source.at })
  }
  reader.symbols(bars ? `}${close}}` : close, closing)
  if (open === '‖') reader.skipEuclidean()
  return true
}

function delimiter(reader: LatexReader): string {
  const { source } = reader
  source.skipSpace()
  const command = source.command()
  if (command === null) {
    source.at += 1
    return source.text[source.at - 1] ?? ''
  }
  source.at += command.length + 1
  return symbolCommands[command] ?? named[command] ?? ''
}

/** `\left\{ \begin{array}{ll} … \end{array} \right.`: cases as they were written before `cases`. */
function readBracedCases(reader: LatexReader, start: number): boolean {
  const { source } = reader
  const begins = source.match(/\s*\\begin\{(?:array|aligned|matrix|gathered|split)\}/)
  if (!begins) return false
  source.at += begins.length - begins.trimStart().length + '\\begin'.length
  reader.nested({ start, end: source.at }, () => readEnvironment(reader, 'begin', start, true))
  const closes = source.match(/\s*\\m?right\s*\./)
  if (!closes) throw new Fault('parse', 'A “\\right.” was expected.', { start, end: source.at })
  source.at += closes.length
  return true
}
