/** Puts dimensions typed with names (`C=32, H=14, W=14`) into the order of the question's axes, if the names match. */
export function byAxes<T>(dimensions: readonly T[], labels: readonly string[] | null, axes: readonly string[]): T[] {
  if (!labels || labels.length !== axes.length) return [...dimensions]
  const places = axes.map((axis) => labels.findIndex((label) => sameAxis(label, axis)))
  if (places.includes(-1) || new Set(places).size < places.length) return [...dimensions]
  return places.map((place) => dimensions[place] as T)
}

function sameAxis(label: string, axis: string): boolean {
  const [a, b] = [label.toLowerCase(), axis.toLowerCase()]
  return a === b || (a.length === 1 && b.startsWith(a))
}

const firstChannels = 'channels first (C, H, W)'
const lastChannels = 'channels last (H, W, C)'

/** A sentence if the answer has the right dimensions in another order, else null. */
export function permutedMessage(
  found: readonly number[],
  expected: readonly number[],
  axes: readonly string[],
): string | null {
  if (found.length !== expected.length || found.join() === expected.join()) return null
  const sorted = (all: readonly number[]) => [...all].sort((a, b) => a - b).join()
  if (sorted(found) !== sorted(expected)) return null
  const order = axes.length > 0 ? ` The order asked for is (${axes.join(', ')}).` : ''
  const [first, second, third] = expected
  if (expected.length === 3 && found.join() === [third, first, second].join() && first !== second) {
    return `These are the right sizes, but with ${firstChannels} where ${lastChannels} was asked for.${order}`
  }
  if (expected.length === 3 && found.join() === [second, third, first].join() && second !== third) {
    return `These are the right sizes, but with ${lastChannels} where ${firstChannels} was asked for.${order}`
  }
  return `These are the right sizes in another order.${order}`
}
