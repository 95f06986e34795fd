import { moved, type PlannedSection } from './plan.ts'

/** Before which question of which section something is let go, as they stand now. */
export interface Drop {
  section: number
  at: number
}

/** A section as it lies on the page, and the middles of its rows from top to bottom. */
export interface ListedAt {
  top: number
  bottom: number
  middles: readonly number[]
}

/** Where a question goes that is let go at this height: into the section that is nearest, between the rows there. */
export function dropAt(y: number, lists: readonly ListedAt[]): Drop {
  const far = ({ top, bottom }: ListedAt) => Math.max(top - y, y - bottom, 0)
  let section = 0
  for (const [place, list] of lists.entries()) if (far(list) < far(lists[section] ?? list)) section = place
  return { section, at: lists[section]?.middles.filter((middle) => middle < y).length ?? 0 }
}

/** Before which section something is let go at this height: the number of those whose middle is above it. */
export const gapAt = (y: number, lists: readonly ListedAt[]): number =>
  lists.filter(({ top, bottom }) => (top + bottom) / 2 < y).length

/** The sections with one of them put before another, or behind the last; the same ones where that is where it was. */
export function droppedSection(sections: PlannedSection[], key: string, before: number): PlannedSection[] {
  const was = sections.findIndex((one) => one.key === key)
  const section = sections[was]
  if (!section || before === was || before === was + 1) return sections
  const behind = sections.slice(before).filter((one) => one !== section)
  return [...sections.slice(0, before).filter((one) => one !== section), section, ...behind]
}

/** The sections with a question where it was let go; the same ones where that is where it was. */
export function dropped(sections: PlannedSection[], slug: string, { section, at }: Drop): PlannedSection[] {
  const was = sections[section]?.questions.findIndex((one) => one.slug === slug) ?? -1
  if (was >= 0 && (at === was || at === was + 1)) return sections
  return moved(sections, slug, section, was >= 0 && was < at ? at - 1 : at)
}
