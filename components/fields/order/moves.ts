/** An order as a student builds it: ids of lines, first to last. Each move gives a new list. */
export type Order = readonly string[]

/** The line one place up (−1) or down (1); the same order where it cannot go further. */
export function moved(order: Order, id: string, by: -1 | 1): Order {
  const from = order.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= order.length) return order
  return placed(order, id, to)
}

/** The line at a place, counted from 0 in the order without it. */
export function placed(order: Order, id: string, at: number): Order {
  const rest = order.filter((other) => other !== id)
  return [...rest.slice(0, at), id, ...rest.slice(at)]
}

export function removed(order: Order, id: string): Order {
  return order.filter((other) => other !== id)
}
