import { describe, expect, it } from 'vitest'
import { commandOf, keysOf, printBindings, readBindings, rebind, usual } from './bindings.ts'
import { commandIds, commands } from './commands.ts'
import { keyName, type Pressed, printKey } from './key-name.ts'
import { commandAt, type Place } from './listen.ts'

const press = (key: string, more: Partial<Pressed & { repeat: boolean }> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...more,
})
const outside: Place = { typing: false, pressable: false, arrows: false, dialog: false }

describe('names of keys', () => {
  it('are the same for capitals and on a Mac, and signs have no Shift', () => {
    expect(keyName(press('J'))).toBe('j')
    expect(keyName(press('J', { shiftKey: true }))).toBe('Shift+j')
    expect(keyName(press('?', { shiftKey: true }))).toBe('?')
    expect(keyName(press('Enter', { metaKey: true }))).toBe('Ctrl+Enter')
    expect(keyName(press('Shift', { shiftKey: true }))).toBeNull()
  })
  it('are printed as on the caps', () => {
    expect(['j', 'Ctrl+Enter', '+', 'Ctrl++', 'ArrowLeft'].map(printKey)).toEqual([
      'J',
      'Ctrl + ↵',
      '+',
      'Ctrl + +',
      '←',
    ])
  })
})

describe('the usual keys', () => {
  it('have no key twice', () => {
    const all = commandIds.flatMap((id) => [...commands[id].keys])
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('a key of one’s own', () => {
  it('takes the place of the usual ones and is kept', () => {
    const bound = rebind(usual, 'next', 'n')
    if (bound.outcome !== 'bound') throw new Error(bound.outcome)
    expect(commandOf(bound.bindings, 'n')).toBe('next')
    expect(commandOf(bound.bindings, 'j')).toBeNull()
    expect(printBindings(bound.bindings)).toBe('{"next":["n"]}')
    expect(readBindings(printBindings(bound.bindings))).toEqual(bound.bindings)
  })
  it('is refused where another command has it, until it is taken away there', () => {
    expect(rebind(usual, 'next', 'c')).toEqual({ outcome: 'taken', by: 'comment' })
    const taken = rebind(usual, 'next', 'c', true)
    if (taken.outcome !== 'bound') throw new Error(taken.outcome)
    expect(commandOf(taken.bindings, 'c')).toBe('next')
    expect(taken.bindings.comment).toEqual([])
    expect(readBindings(printBindings(taken.bindings))).toEqual(taken.bindings)
  })
  it('is never one that the browser needs, and the palette can always be opened', () => {
    for (const key of ['Tab', 'Escape', 'Ctrl+c', 'Ctrl+w', 'F5', 'Ctrl+k', 'Ctrl+Enter'])
      expect(rebind(usual, 'next', key)).toEqual({ outcome: 'reserved' })
    expect(commandOf({ ...usual, palette: [] }, 'Ctrl+k')).toBe('palette')
    expect(keysOf({ ...usual, save: ['x'] }, 'save')).toEqual(['x', 'Ctrl+Enter'])
  })
  it('is read from a browser whatever stands there', () => {
    for (const stored of [null, '', '{', '7', 'null', '[]', '{"next":7,"nothing":["x"],"save":["Tab"]}'])
      expect(readBindings(stored)).toEqual(usual)
    expect(readBindings('{"next":["c"]}').comment).toEqual([])
  })
})

describe('a pressed key', () => {
  it('runs its command', () => {
    expect(commandAt(usual, press('2'), outside)).toBe('item2')
    expect(commandAt(usual, press('x'), outside)).toBeNull()
  })
  it('counts by its place where digits need Shift', () => {
    expect(commandAt(usual, press('é', { code: 'Digit2' }), outside)).toBe('item2')
    expect(commandAt(usual, press('é', { code: 'Digit2', ctrlKey: true }), outside)).toBeNull()
  })
  it('types where one types, but for Ctrl', () => {
    const typing = { ...outside, typing: true }
    for (const key of ['1', 'c', 'j', 'Enter', 'ArrowRight', '?'])
      expect(commandAt(usual, press(key), typing)).toBeNull()
    expect(commandAt(usual, press('Enter', { ctrlKey: true }), typing)).toBe('save')
    expect(commandAt(usual, press('k', { metaKey: true }), typing)).toBe('palette')
  })
  it('presses a button, moves what arrows move, and is a dialog’s where one is open', () => {
    expect(commandAt(usual, press('Enter'), { ...outside, pressable: true })).toBeNull()
    expect(commandAt(usual, press('ArrowRight'), { ...outside, arrows: true })).toBeNull()
    expect(commandAt(usual, press('j'), { ...outside, arrows: true })).toBe('next')
    expect(commandAt(usual, press('k', { ctrlKey: true }), { ...outside, dialog: true })).toBeNull()
  })
  it('that is held down moves on, and saves once only', () => {
    expect(commandAt(usual, press('j', { repeat: true }), outside)).toBe('next')
    expect(commandAt(usual, press('Enter', { repeat: true }), outside)).toBeNull()
    expect(commandAt(usual, press('1', { repeat: true }), outside)).toBeNull()
  })
})
