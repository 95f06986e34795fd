import { refreshCards } from './refresh-cards.ts'
import { refreshStatistics } from './refresh-statistics.ts'

/** Milliseconds for which what was worked out about classes is good enough. */
const statisticsGood = 30_000
/** Milliseconds after which who asks goes on with what there is: the rest is read on. */
const patience = 2_500

let running: Promise<void> | null = null
let next: Promise<void> | null = null
let statisticsAt = Number.NEGATIVE_INFINITY

/** A look at the bank that begins after it was asked for: those who ask during one share the one after it. */
function look(): Promise<void> {
  if (!running) {
    running = refresh().finally(() => {
      running = null
    })
    return running
  }
  next ??= running
    .catch(() => {})
    .then(() => {
      next = null
      return look()
    })
  return next
}

async function refresh(): Promise<void> {
  await refreshCards()
  if (performance.now() - statisticsAt < statisticsGood) return
  statisticsAt = performance.now()
  await refreshStatistics()
}

/** Brings what lists know of the bank up to date. behind: there is so much to read that it is not done yet. */
export async function refreshBank(): Promise<{ behind: boolean }> {
  const done = look().then(
    () => false,
    (error: unknown) => {
      console.error('The bank could not be read:', error)
      return true
    },
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, true)
  })
  try {
    return { behind: await Promise.race([done, late]) }
  } finally {
    clearTimeout(timer)
  }
}
