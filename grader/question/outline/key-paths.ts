import { type DocumentedKey, documentedKeys } from './keys.ts'

const judged = ['step', 'decimals', 'axes', 'resizable', 'after']
const figures = ['grid', 'plot', 'image']
const notOf: Record<string, string[]> = {
  number: ['axes', 'resizable'],
  shape: ['decimals', 'resizable'],
  tensor: ['axes'],
}

/**
 * What a map at a path of the front matter holds keys of (`['answers', 'y']` is a field), null where its keys are names.
 * `kindOf` gives the `kind` that the map at a path says.
 */
export function pathsAt(path: readonly string[], kindOf: (path: readonly string[]) => string | null): string[] | null {
  const [top, name, part, within, below] = path
  if (top === undefined) return ['question']
  if (top === 'slips') return path.length === 1 ? ['slips'] : null
  if (name === undefined) return null
  if (top === 'mistakes' || top === 'conventions') return path.length === 2 ? ['mistake'] : null
  if (top === 'figures') {
    const kind = kindOf([top, name])
    return path.length === 2
      ? ['figure', ...figures.filter((one) => one === kind || !figures.includes(kind ?? ''))]
      : null
  }
  if (top !== 'answers') return null
  const kind = kindOf([top, name])
  if (part === undefined) return ['field', ...(kind === null ? [] : [kind])]
  if (part === 'options') {
    if (within === undefined) return ['options']
    return below !== undefined && path.length === 5 ? ['option'] : null
  }
  if (part === 'rubric') return path.length === 4 ? ['rubric item'] : null
  if (part === 'holds') return path.length === 4 ? ['holds item'] : null
  if (part === 'form') return path.length === 3 ? ['form'] : null
  if (part === 'symbols') return path.length === 4 ? ['symbol'] : null
  if (part === 'mistakes' && path.length === 4) return [kind === 'property' ? 'property mistake' : 'formula mistake']
  return null
}

/** The keys that a map of these paths may have. */
export function keysAt(paths: readonly string[]): DocumentedKey[] {
  const kind = paths.find((path) => path !== 'field')
  const own = documentedKeys.filter(({ path, key }) => {
    if (!paths.includes(path)) return false
    if (path !== 'field' || !judged.includes(key) || kind === undefined) return true
    return Object.hasOwn(notOf, kind) && !notOf[kind]?.includes(key)
  })
  return own.filter(({ key }, k) => own.findIndex((other) => other.key === key) === k)
}
