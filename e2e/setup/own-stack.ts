/** What a test needs to know of the product it uses. */
export interface OwnStack {
  REFEREE_ADDRESS: string
  REFEREE_DATABASE: string
  /** its copy of the bank, which a test may change */
  REFEREE_BANK: string
}

/** The global set-up says which stacks it started. */
export function tellStacks(stacks: readonly OwnStack[]): void {
  process.env.REFEREE_STACKS = JSON.stringify(stacks)
}

/** Each of the workers side by side has a stack of its own; a worker that replaces another one has that one's. */
export function takeStack(): void {
  const { REFEREE_STACKS, TEST_PARALLEL_INDEX } = process.env
  if (!REFEREE_STACKS || !TEST_PARALLEL_INDEX) return // not in a worker
  const stacks = JSON.parse(REFEREE_STACKS) as OwnStack[]
  Object.assign(process.env, stacks[Number(TEST_PARALLEL_INDEX)])
}
