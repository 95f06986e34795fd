import type { Value } from '../lowering.ts'

/** The steps compiled so far, as a derivative looks at them. */
export class CompiledSteps {
  private readonly values = new Map<string, Value>()
  private readonly ends: { name: string; end: number }[] = []

  /** Adds a step that was computed to `value`; the program now has `end` instructions. */
  add(name: string, value: Value, end: number): void {
    this.values.set(name, value)
    this.ends.push({ name, end })
  }

  /** What a step was computed to. */
  value(name: string): Value | undefined {
    return this.values.get(name)
  }

  /** The step whose expression an instruction was first needed for. */
  owner(at: number): string {
    return this.ends.find(({ end }) => at < end)?.name ?? ''
  }
}
