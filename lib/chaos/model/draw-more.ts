import type { Random } from './random.ts'
import { type Action, type Edit, questionOf } from './schedule.ts'

type Waves = readonly (readonly Action[])[]

/** The epoch that a device would have which knows of all takeovers before a wave. */
const epochBefore = (waves: Waves, wave: number) =>
  1 + waves.slice(0, wave).flatMap((actions) => actions.filter((action) => action.do === 'take over')).length

/**
 * The same with one question at a time: in some wave the first one is left, perhaps by several devices at once, and what is
 * saved before and after is mostly of the question that is sat then.
 */
export function drawForward(random: Random, { edits, waves }: { edits: readonly Edit[]; waves: Waves }): Action[][] {
  const leaving = random.between(1, Math.max(1, waves.length - 1))
  const fitting = (action: Action, wave: number): Action => {
    if (action.do !== 'save' || wave === leaving || random.chance(0.2)) return action
    const own = action.edits.filter((place) => questionOf(edits[place]?.field ?? 0) === (wave < leaving ? 1 : 2))
    return own.length > 0 ? { ...action, edits: own } : action
  }
  const move = (wave: number): Action => ({
    do: 'move on',
    epoch: random.chance(0.8) ? epochBefore(waves, wave) : random.between(1, 3),
    from: random.chance(0.9) ? 1 : 2,
    claims: random.chance(0.3) ? { [random.between(0, 2)]: random.between(1, 4) } : {},
  })
  return waves.map((actions, wave) => {
    const more = wave === 0 ? 0 : wave === leaving ? random.between(1, 3) : random.chance(0.3) ? 1 : 0
    return [...actions.map((action) => fitting(action, wave)), ...Array.from({ length: more }, () => move(wave))]
  })
}

/** The same, and in some wave a second attempt is begun: once or twice, while the first one may be opened again. */
export function drawAnother(random: Random, waves: Waves): Action[][] {
  const wave = random.between(1, Math.max(1, waves.length - 1))
  return waves.map((actions, place) => {
    if (place < wave || place === 0 || (place > wave && random.chance(0.5))) return [...actions]
    const again: Action[] = Array.from({ length: random.between(1, 2) }, () => ({ do: 'begin another' }))
    const opened = actions.some((action) => action.do === 'reopen') || random.chance(0.6)
    return [...actions, ...again, ...(opened ? [] : [{ do: 'reopen' } as const])]
  })
}
