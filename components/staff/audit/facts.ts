import type { Translate } from '../../messages/catalogue.ts'
import type { AuditReport, Examination } from './audit.ts'

/** A name and what is to be said under it. */
export type Fact = [name: string, text: string]

/** What an audit found in numbers, each with its name. */
export function facts(report: AuditReport, t: Translate): Fact[] {
  const { count, accepted, distinct, executors, nearestTruth, nearestPair, deviation, collisions, examination } = report
  const far = (distance: number | null) =>
    distance === null ? t('audit.exactly') : t('audit.far', { bands: distance.toFixed(1) })
  const found: Fact[] = []
  if (count !== undefined && accepted !== undefined) {
    found.push([t('audit.variants'), t('audit.accepted', { accepted, count, distinct: distinct ?? accepted })])
  }
  if (nearestTruth) {
    const { second, field, distance } = nearestTruth
    found.push([t('audit.nearestTruth'), t('audit.nearest', { pair: second, field, far: far(distance) })])
  }
  if (nearestPair) {
    const { first, second, field, distance } = nearestPair
    const pair = t('audit.pair', { first, second })
    found.push([t('audit.nearestPair'), t('audit.nearest', { pair, field, far: far(distance) })])
  }
  if (deviation) {
    found.push([
      t('audit.executions'),
      t('audit.deviation', { distance: deviation.distance.toPrecision(2), step: deviation.step }),
    ])
  }
  if (collisions) found.push([t('audit.collisions'), t('audit.collisionsBeforeAfter', percents(collisions))])
  if (examination) found.push(...examined(examination, t))
  if (executors) found.push([t('audit.executors'), executors])
  return found
}

function percents({ draws, before, after }: NonNullable<AuditReport['collisions']>) {
  return { draws, before: Math.round(100 * before), after: Math.round(100 * after) }
}

function examined({ honest, trivial, effort, slips }: Examination, t: Translate): Fact[] {
  const found: Fact[] = []
  if (honest.answers > 0) {
    const { answers, inside, worst } = honest
    const farthest = worst ? t('audit.farthest', { bands: worst.distance.toFixed(2), field: worst.field }) : ''
    found.push([t('audit.honest'), `${t('audit.honestInside', { answers, inside })} ${farthest}`.trim()])
  }
  const { tried, earning } = trivial
  const meant = new Set(earning.flatMap(({ because }) => (because ? [because] : [])))
  const why = meant.size > 0 ? t('audit.trivialBecause', { why: [...meant].join(', ') }) : ''
  found.push([t('audit.trivial'), `${t('audit.trivialEarn', { tried, n: earning.length })} ${why}`.trim()])
  if (effort) {
    found.push([t('audit.digits'), t('audit.spread', { ...effort.digits })])
    found.push([t('audit.operations'), t('audit.spread', { ...effort.operations })])
  }
  if (slips.made > 0) {
    const { smallest, median, largest } = slips.offered
    found.push([t('audit.slips'), t('audit.slipsOffered', { made: slips.made, smallest, median, largest })])
  }
  return found
}
