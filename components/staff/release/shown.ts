import type { Translate } from '../../messages/catalogue.ts'

/** What of a result is shown. */
export interface Shows {
  reviewed: boolean
  points: boolean
  verdicts: boolean
  expected: boolean
  solutions: boolean
  comments: boolean
  statistics: boolean
}
export type Option = keyof Shows

export const options = [
  'reviewed',
  'points',
  'verdicts',
  'expected',
  'solutions',
  'comments',
  'statistics',
] as const satisfies readonly Option[]

const chosen = (names: readonly Option[]): Shows =>
  Object.fromEntries(options.map((name) => [name, names.includes(name)])) as unknown as Shows

export const presets = {
  everything: chosen(options),
  computed: chosen(['points', 'verdicts', 'expected', 'solutions']),
  points: chosen(['reviewed', 'points']),
}
export type Preset = keyof typeof presets

export const words = {
  reviewed: { name: 'release.reviewed', hint: 'release.reviewedHint' },
  points: { name: 'release.points', hint: 'release.pointsHint' },
  verdicts: { name: 'release.verdicts', hint: 'release.verdictsHint' },
  expected: { name: 'release.expected', hint: 'release.expectedHint' },
  solutions: { name: 'release.solutions', hint: 'release.solutionsHint' },
  comments: { name: 'release.comments', hint: 'release.commentsHint' },
  statistics: { name: 'release.statistics', hint: 'release.statisticsHint' },
} as const

/** What is shown, in a line. */
export function shownInWords(shows: Shows | null, t: Translate): string {
  const names = shows ? options.filter((name) => shows[name]).map((name) => t(words[name].name)) : []
  return names.length > 0 ? names.join(', ') : t('release.shortNone')
}

/** The same for an address. */
export const shownInAddress = (shows: Shows): string => options.filter((name) => shows[name]).join(',')
