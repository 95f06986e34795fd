import type { PlannedResults, ResultPart } from './exam.ts'
import { readTime } from './read-time.ts'
import type { Entry, Reader } from './reader.ts'

const parts = ['reviewed', 'points', 'verdicts', 'expected', 'solutions', 'comments', 'statistics'] as const
const keys = ['shows', 'at', 'requests_until', 'requests_at_most']

/** What an exam's file plans of its results. */
export function readResults(reader: Reader, entry: Entry | undefined): PlannedResults | null {
  if (!entry) return null
  const record = reader.readRecord(entry.node, 'results', keys, [], entry.keyNode)
  const at = readTime(reader, record?.get('at'))
  const requestsUntil = readTime(reader, record?.get('requests_until'))
  if (requestsUntil !== null && (at === null || requestsUntil <= at))
    reader.problem(record?.get('requests_until')?.node ?? entry.keyNode, 'requests_until must be later than at.')
  return {
    shows: readShows(reader, record?.get('shows')),
    at,
    requestsUntil,
    requestsAtMost: reader.readNumber(record?.get('requests_at_most'), 'requests_at_most', 1, 1_000, true),
  }
}

function readShows(reader: Reader, entry: Entry | undefined): ResultPart[] | null {
  if (!entry) return null
  const nodes = reader.readList(entry.node, 'shows', entry.keyNode) ?? []
  return nodes.flatMap((node) => {
    const name = reader.readTextNode(node, 'shows', node)
    const part = parts.find((one) => one === name)
    if (!part) reader.problem(node, `“${name ?? ''}” cannot be shown. Write some of ${parts.join(', ')}.`)
    return part ?? []
  })
}
