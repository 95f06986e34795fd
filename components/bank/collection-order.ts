import type { Asked } from './card.ts'

/** The collection that is listed as it is and as a whole, so that its order can be changed; null: something else is. */
export function orderedCollection({ collection, sort, ...rest }: Asked): string | null {
  const whole = Object.values(rest).every((value) => !value) && (!sort || sort === 'collection')
  return whole && collection ? collection : null
}
