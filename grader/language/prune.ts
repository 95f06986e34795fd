import type { Instruction, PlanStep } from './plan.ts'

/** Drops instructions no step needs (what was folded into static arguments) and renumbers the rest. */
export function prune(
  instructions: readonly Instruction[],
  steps: readonly PlanStep[],
): { instructions: Instruction[]; steps: PlanStep[] } {
  const used = new Set(steps.map((step) => step.result))
  for (let at = instructions.length - 1; at >= 0; at--) {
    const instruction = instructions[at]
    if (used.has(at) && instruction?.kind === 'apply') for (const arg of instruction.args) used.add(arg)
  }
  const place = new Map<number, number>()
  const kept: Instruction[] = []
  instructions.forEach((instruction, at) => {
    if (!used.has(at)) return
    place.set(at, kept.length)
    const moved = (arg: number) => place.get(arg) as number
    kept.push(instruction.kind === 'apply' ? { ...instruction, args: instruction.args.map(moved) } : instruction)
  })
  return { instructions: kept, steps: steps.map((step) => ({ ...step, result: place.get(step.result) as number })) }
}
