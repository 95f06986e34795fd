import { describe, expect, it } from 'vitest'
import { Turns } from './turns.ts'

function waiting(options: { mostEach?: number; most?: number } = {}) {
  const gone: string[] = []
  const turns = new Turns<string>({ ...options, superseded: (job) => gone.push(job) })
  const add = (person: string, key: string, job: string) => turns.add({ person, key, job })
  const order = () => Array.from({ length: turns.size }, () => turns.take())
  return { turns, gone, add, order }
}

describe('turns', () => {
  it('go round by person: who asks a lot waits for it alone', () => {
    const { add, order } = waiting()
    for (const k of [1, 2, 3, 4]) add('ada', `key ${k}`, `ada ${k}`)
    add('ben', 'key', 'ben 1')
    add('chen', 'key', 'chen 1')
    expect(order()).toEqual(['ada 1', 'ben 1', 'chen 1', 'ada 2', 'ada 3', 'ada 4'])
  })

  it('the newest request of a person takes the place of the older one of its kind, and of nobody else', () => {
    const { add, order, gone } = waiting()
    add('ada', 'check', 'old')
    add('ada', 'preview', 'other')
    add('ben', 'check', 'ben')
    add('ada', 'check', 'new')
    expect(gone).toEqual(['old'])
    expect(order()).toEqual(['new', 'ben', 'other'])
  })

  it('nobody can make others wait by asking for many things, nor fill the room', () => {
    const { turns, add, gone, order } = waiting({ mostEach: 2, most: 4 })
    expect(['a', 'b', 'c'].map((key) => add('ada', key, key))).toEqual([true, true, true])
    expect(gone).toEqual(['a'])
    expect(add('ben', 'x', 'x') && add('chen', 'y', 'y')).toBe(true)
    expect(add('tara', 'z', 'z')).toBe(false)
    expect(turns.size).toBe(4)
    expect(order()).toEqual(['b', 'x', 'y', 'c'])
    expect(turns.take()).toBeNull()
  })

  it('come to each of the ten tabs of a person, though fewer may wait: what had to go is asked for again', () => {
    const gone: number[] = []
    const turns = new Turns<number>({ superseded: (tab) => gone.push(tab) })
    const ask = (tab: number) => turns.add({ person: 'ada', key: `preview ${tab}`, job: tab })
    for (let tab = 0; tab < 10; tab++) ask(tab)
    const answered: number[] = []
    while (answered.length < 10) {
      answered.push(turns.take() ?? -1)
      for (const tab of gone.splice(0)) ask(tab)
    }
    expect(answered.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('come to each of fifty people in one round, however much each of them asks for', () => {
    const { add, order } = waiting()
    const people = Array.from({ length: 50 }, (_, k) => `person ${k}`)
    for (const key of ['check', 'preview', 'audit']) for (const person of people) add(person, key, person)
    expect(order().slice(0, 50)).toEqual(people)
  })

  it('are six of a person and four hundred in all, where nothing else is said; who has waited makes room', () => {
    const { turns, add, gone } = waiting()
    for (let k = 0; k <= 6; k += 1) add('ada', `key ${k}`, `ada ${k}`)
    expect([gone, turns.size]).toEqual([['ada 0'], 6])
    for (let k = 6; k < 400; k += 1) expect(add(`person ${k}`, 'key', 'one')).toBe(true)
    expect(add('late', 'key', 'one')).toBe(false)
    turns.take()
    expect([turns.size, add('late', 'key', 'one'), turns.clear().length, turns.size]).toEqual([399, true, 400, 0])
  })
})
