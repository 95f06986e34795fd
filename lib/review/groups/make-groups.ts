import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import type { GivenAnswer } from './answer.ts'
import { type Divide, dividers } from './dividers.ts'
import { normalAnswer } from './normal-answer.ts'
import { sign } from './sign.ts'
import type { GroupTitle, Signature, Signed } from './signature.ts'

type FormulaAnswer = Extract<RawAnswer, { kind: 'formula' }>

/** Divides formulas into those that say the same: for each the place of one that stands for its class. */
export type SameFormulas = (formulas: readonly FormulaAnswer[]) => number[]

export interface Member {
  submissionId: string
  /** 0..1: how like the one that leads the group */
  likeness: number
}

export interface AnswerGroup {
  key: string
  title: GroupTitle
  members: Member[]
  /** the member whose answer stands for the group */
  leader: string
  /** 0..1: for exact kinds 1; of texts how like the leader on average; of mixed kinds the share that gave the same answer */
  alike: number
}

interface Placed {
  given: GivenAnswer
  signed: Signed
  own: Signature | null
  likeness: number
  /** of texts and formulas: the one that leads */
  leader: string | null
}

/**
 * Every answer in exactly one group. First what an answer is by itself, then what only a comparison of all tells; what
 * nobody else has joins those that went wrong at the same place. The order of the answers does not matter.
 */
export function makeGroups(answers: readonly GivenAnswer[], sameFormulas: SameFormulas): AnswerGroup[] {
  const ordered = [...answers].sort((a, b) => (a.submissionId < b.submissionId ? -1 : 1))
  const placed = ordered.map((given): Placed => {
    const signed = sign(given)
    return { given, signed, own: signed.own, likeness: 1, leader: null }
  })
  for (const [compared, divide] of Object.entries(dividers(sameFormulas)))
    divideAll(
      placed.filter(({ signed }) => signed.compared === compared),
      divide,
    )
  const sizes = new Map<string, number>()
  for (const { own } of placed) if (own) sizes.set(own.key, (sizes.get(own.key) ?? 0) + 1)
  const groups = new Map<string, { title: GroupTitle; mixed: boolean; members: Placed[] }>()
  for (const one of placed) {
    const shared = one.own !== null && (sizes.get(one.own.key) ?? 0) > 1
    const { key, title } = shared && one.own ? one.own : one.signed.alone
    const group = groups.get(key) ?? { title, mixed: isMixed(title), members: [] }
    groups.set(key, group)
    group.members.push(one)
  }
  return [...groups]
    .map(([key, { title, mixed, members }]) => asGroup(key, title, mixed, members))
    .sort((a, b) => b.members.length - a.members.length || (a.key < b.key ? -1 : 1))
}

/** Together only because of where they went wrong, or because they could not be read: the answers themselves differ. */
export function isMixed({ kind }: GroupTitle): boolean {
  return kind === 'alone' || kind === 'after' || kind === 'here' || kind === 'pages' || kind === 'unreadable'
}

function divideAll(placed: readonly Placed[], divide: Divide) {
  for (const [k, { signature, likeness, leader }] of divide(placed.map(({ given }) => given)).entries()) {
    const one = placed[k] as Placed
    Object.assign(one, { own: signature, likeness, leader: placed[leader]?.given.submissionId ?? null })
  }
}

function asGroup(key: string, title: GroupTitle, mixed: boolean, members: readonly Placed[]): AnswerGroup {
  const common = mostCommon(members)
  const text = title.kind === 'text'
  const leader = members.find((one) => one.leader === one.given.submissionId)?.given.submissionId ?? common.submissionId
  const mean = members.reduce((sum, { likeness }) => sum + likeness, 0) / members.length
  return {
    key,
    title,
    members: members.map(({ given, likeness }) => ({
      submissionId: given.submissionId,
      likeness: mixed ? 0 : likeness,
    })),
    leader,
    alike: text ? mean : mixed ? common.share : 1,
  }
}

/** What most of them typed, and who was the first to. */
function mostCommon(members: readonly Placed[]): { submissionId: string; share: number } {
  const typed = new Map<string, string[]>()
  for (const { given } of members) {
    const text = `${given.grading.verdict === 'empty' ? '' : normalAnswer(given.answer)}`
    typed.set(text, [...(typed.get(text) ?? []), given.submissionId])
  }
  const [[, most] = ['', []]] = [...typed].sort(([a, of], [b, others]) => others.length - of.length || (a < b ? -1 : 1))
  return { submissionId: most[0] ?? '', share: most.length / members.length }
}
