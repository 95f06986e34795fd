import type { Translate } from '../messages/catalogue.ts'
import type { Asked, Bank } from './card.ts'

/** One thing to choose by. */
export interface Select {
  name: keyof Asked
  title: string
  options: (readonly [value: string, text: string])[]
}

const day = 86_400_000
/** A day so many years ago; the same all day long, so that an address stays what it is. */
const yearsAgo = (years: number, now = Date.now()) => new Date(now - years * 365 * day).toISOString().slice(0, 10)

/** What can be chosen by, given what there is. What nothing has is not offered. */
export function optionsOf(bank: Pick<Bank, 'facets' | 'collections'> | null, t: Translate): Select[] {
  const { topics = [], kinds = [], tags = [] } = bank?.facets ?? {}
  const named = (counts: readonly { name: string; count: number }[]) =>
    counts.map(({ name, count }) => [name, t('bank.collectionCount', { title: name, count })] as const)
  const all: Select[] = [
    { name: 'topic', title: t('bank.topic'), options: named(topics) },
    {
      name: 'kind',
      title: t('bank.kindOfField'),
      options: kinds.map(({ name }) => [name, t('bank.kind', { kind: name })] as const),
    },
    { name: 'tag', title: t('bank.tag'), options: named(tags) },
    {
      name: 'collection',
      title: t('bank.collection'),
      options: (bank?.collections ?? []).map(
        ({ id, title, count }) => [id, t('bank.collectionCount', { title, count })] as const,
      ),
    },
    {
      name: 'from',
      title: t('bank.from'),
      options: ['house', 'own', 'shared'].map((from) => [from, t('bank.fromIs', { from })] as const),
    },
    {
      name: 'difficulty',
      title: t('bank.difficulty'),
      options: ['easy', 'medium', 'hard'].map((one) => [one, t('bank.difficultyIs', { difficulty: one })] as const),
    },
    {
      name: 'used',
      title: t('bank.usedWhen'),
      options: [
        ['never', t('bank.usedIs', { used: 'never' })],
        ['ever', t('bank.usedIs', { used: 'ever' })],
        [`not-since:${yearsAgo(1)}`, t('bank.usedIs', { used: 'year' })],
        [`not-since:${yearsAgo(2)}`, t('bank.usedIs', { used: 'years' })],
      ],
    },
    {
      name: 'standing',
      title: t('bank.standing'),
      options: ['usable', 'draft', 'unreadable'].map((one) => [one, t('bank.standingIs', { standing: one })] as const),
    },
  ]
  return all.filter(({ options }) => options.length > 0)
}
