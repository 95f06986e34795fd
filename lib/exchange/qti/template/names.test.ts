import { expect, it } from 'vitest'
import { parsedItem } from '../../testing/parsed.ts'
import * as t from '../../testing/template-files.ts'
import { readQti } from '../read-qti.ts'

it.each(
  'sum max mean e E pi Pi if or and not cases else i T sigma lambda hat x_hat H_prime V_1 f x. x-y π PEOPLE integer pick transpose inf'.split(
    ' ',
  ),
)('a variable may be called %s', (name) => {
  const rules = `${t.set(name, t.random(1, 9))}${t.set('all', t.call('max', t.of(name), t.call('sum', t.of(name), t.whole(1))))}${t.right('R', t.call('divide', t.of('all'), t.of(name)))}`
  const [found] = readQti(
    t.drawn3({ [name]: 'integer', all: 'integer' }, rules, `${t.print(name)} ${t.print('all')}`),
  ).items
  expect(found?.item && parsedItem(found.item)).toMatchObject({ ok: true })
})
