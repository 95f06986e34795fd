import type { Instruction } from '../plan.ts'

/** The parameters and steps that an instruction is computed from without another step between. */
export function directReads(instructions: readonly Instruction[], result: number): string[] {
  const names = new Set<string>()
  const seen = new Set<number>()
  const open = [result]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    const instruction = instructions[at]
    if (instruction?.kind === 'apply') open.push(...instruction.args)
    if (instruction?.kind === 'parameter' || instruction?.kind === 'step') names.add(instruction.name)
  }
  return [...names]
}
