import { stringify } from 'yaml'
import type { AccessRules } from '../../access/rules.ts'
import { everything, type Shows } from '../../release/shows.ts'
import { isPlain, type Section } from '../plan/plan.ts'
import type { ReadPlan } from '../plan/read-plan.ts'
import { type ReleasePlan, releasePlanColumn } from '../plan/release-plan.ts'

interface Written {
  course: string
  plan: ReadPlan['plan']
  access: Pick<AccessRules, 'code' | 'networks' | 'safeBrowser'>
}

const count = (n: number | null) => n ?? 'unlimited'
const said = (text: string) => (text.trim() === '' ? undefined : text)
const listed = (questions: Section['questions']) =>
  questions.map(({ slug, points }) => ({ question: slug, ...(points !== null && { points }) }))

const written = ({ title, instructions, pick, shuffle, questions }: Section) => ({
  title: said(title),
  instructions: said(instructions),
  pick: pick ?? undefined,
  shuffle: shuffle || undefined,
  questions: listed(questions),
})

const results = ({ shows, releaseAt, requestsUntil, requestsAtMost }: ReleasePlan) => ({
  ...(shows && { shows: Object.keys(everything).filter((name) => shows[name as keyof Shows]) }),
  ...(releaseAt !== null && { at: releaseAt }),
  ...(requestsUntil !== null && { requests_until: requestsUntil }),
  ...(requestsAtMost !== null && { requests_at_most: requestsAtMost }),
})

/** An exam as a file, which says the same when it is read: what is as usual is left out. */
export function writeExam({ course, plan, access }: Written): string {
  const { opensAt, closesAt, sections, mode, navigation } = plan
  const window = { ...(opensAt && { opens: opensAt }), ...(closesAt && { closes: closesAt }) }
  const asked = access.code !== null || access.networks.length > 0 || access.safeBrowser
  const file = {
    title: plan.title,
    course,
    mode,
    minutes: plan.durationSeconds === null ? 'unlimited' : plan.durationSeconds / 60,
    sync_grace_seconds: plan.syncGraceSeconds,
    window: opensAt || closesAt ? window : undefined,
    zone: plan.zone ?? undefined,
    attempts: plan.attemptsAllowed === 1 ? undefined : count(plan.attemptsAllowed),
    counts: plan.attemptCounts === 'last' ? undefined : plan.attemptCounts,
    checks: plan.checksAllowed === 0 || mode === 'exam' ? undefined : count(plan.checksAllowed),
    navigation: navigation === 'free' ? undefined : navigation,
    access: asked
      ? {
          ...(access.code !== null && { code: access.code }),
          ...(access.networks.length > 0 && { networks: access.networks }),
          ...(access.safeBrowser && { safe_exam_browser: 'required' }),
        }
      : undefined,
    release: plan.release,
    results: releasePlanColumn(plan) === null ? undefined : results(plan),
    instructions: said(plan.instructions),
    ...(isPlain(sections) ? { questions: listed(sections[0]?.questions ?? []) } : { sections: sections.map(written) }),
  }
  return stringify(file, { lineWidth: 0, aliasDuplicateObjects: false })
}
