import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Typed {
  file: string
  /** the text after every keystroke of one word that is typed anew */
  texts: string[]
}

/** Question files with a step typed anew, letter by letter: most of the texts on the way are broken, as they are when typing. */
export function keystrokes(root: string): Typed[] {
  const folder = path.join(root, 'questions/bank')
  const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
  return files.toSorted().map((file) => {
    const source = readFileSync(path.join(folder, file), 'utf8')
    const reference = /^reference:.*\n((?:[ \t].*\n)+)/m.exec(source)
    const line = /^( +\S+: )(.+)\n/m.exec(reference?.[1] ?? '')
    const at = line ? source.indexOf(line[0]) + (line[1]?.length ?? 0) : source.indexOf('title: ') + 7
    const end = source.indexOf('\n', at)
    const texts = Array.from({ length: Math.min(end - at, 24) }, (_, k) => {
      return `${source.slice(0, end - k)}${source.slice(end)}`
    })
    return { file, texts: texts.reverse() }
  })
}
