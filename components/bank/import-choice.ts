import type { ImportedFile } from './import-report.ts'

export const ways = ['take', 'draft', 'rename', 'skip'] as const
/** take: a new question of its own name; draft: the next draft of the one that is here */
export type Way = (typeof ways)[number]

/** What somebody chose for a file. */
export interface Choice {
  how: Way
  /** rename: under which name */
  name: string
}

export type Choices = ReadonlyMap<string, Choice>

/** What can become of a file; nothing to choose where there is one way or none. */
export function waysOf({ kind, what, done, freeName }: ImportedFile): Way[] {
  if (kind !== 'question' || done) return []
  if (what === 'new') return ['take', 'rename', 'skip']
  if (what === 'changed') return ['skip', 'draft', 'rename']
  return what === 'taken' && freeName !== null ? ['skip', 'rename'] : []
}

/** As somebody chose; before that a new file is taken, and whatever would touch what is here is left out. */
export function choiceOf(file: ImportedFile, choices: Choices): Choice | null {
  const [first] = waysOf(file)
  if (!first) return null
  return choices.get(file.path) ?? { how: first, name: file.freeName ?? file.name ?? '' }
}

/** Whether anything is written of it. */
export function isTaken(file: ImportedFile, choices: Choices): boolean {
  if (file.kind === 'figure') return file.what === 'new' && !file.done
  const choice = choiceOf(file, choices)
  return choice !== null && choice.how !== 'skip'
}

/** The same way for all that clash with what is here and have that way. */
export function chosenForAll(files: readonly ImportedFile[], how: Way, choices: Choices): Choices {
  const next = new Map(choices)
  for (const file of files) {
    if (!isClash(file) || !waysOf(file).includes(how)) continue
    next.set(file.path, { name: file.freeName ?? file.name ?? '', ...choices.get(file.path), how })
  }
  return next
}

export const isClash = (file: ImportedFile) => file.what !== 'new' && waysOf(file).length > 0

/** As the server is told: also that what a round before has written, under another name maybe, is not written again. */
export function sentChoices(files: readonly ImportedFile[], choices: Choices): object[] {
  return files.flatMap((file) => {
    const choice = choiceOf(file, choices)
    const { path, revision } = file
    if (file.done || choice?.how === 'skip') return [{ how: 'skip', path }]
    if (choice?.how === 'draft') return [{ how: 'draft', path, revision }]
    return choice?.how === 'rename' ? [{ how: 'rename', path, name: choice.name.trim() }] : []
  })
}
