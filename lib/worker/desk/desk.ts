import { type DeskWork, deskWork } from '../../authoring/desk-requests.ts'
import { parse } from '../../http/parse.ts'
import type { FoundReport } from '../../questions/audit.ts'
import type { AuditProgress } from './audit-of.ts'
import { Lane, type LaneOptions } from './lane.ts'

type LaneName = 'quick' | 'preview' | 'pool' | 'full'

/** What each may use. Nobody waits for a whole audit but whoever asked for one. */
const lanes: Record<LaneName, LaneOptions> = {
  quick: { kind: 'quick', limits: { processor: 2_000, clock: 10_000, memory: 500 } },
  preview: { kind: 'preview', limits: { processor: 8_000, clock: 25_000, memory: 900 } },
  pool: { kind: 'pool', limits: { processor: 10_000, clock: 28_000, memory: 900 }, idle: 120_000 },
  full: { kind: 'full', limits: { processor: 240_000, clock: 1_200_000, memory: 1_200 }, idle: 60_000 },
}

const laneOf: Record<DeskWork, LaneName> = {
  language: 'quick',
  check: 'quick',
  complete: 'quick',
  preview: 'preview',
  grade: 'preview',
  audit: 'pool',
}

/** Where what authors type is executed: in processes beside the one that grades, which they cannot hold up. */
export class Desk {
  readonly #lanes: Record<LaneName, Lane>

  constructor(options: Partial<Record<LaneName, Partial<LaneOptions>>> = {}) {
    const lane = (name: LaneName) => new Lane({ ...lanes[name], ...options[name] })
    this.#lanes = { quick: lane('quick'), preview: lane('preview'), pool: lane('pool'), full: lane('full') }
  }

  /** @throws Refusal `superseded`, `too-long`, `busy`, or what the work itself refuses */
  async ask(work: DeskWork, person: string, body: unknown): Promise<unknown> {
    const { tab = '', ...given } = parse(deskWork[work], body) as { tab?: string }
    // who reads up or checks will want to see it soon
    if (work === 'language' || work === 'check') this.#lanes.preview.warm()
    return this.#lanes[laneOf[work]].ask({ person, key: `${work} ${tab}`, work, body: given })
  }

  /** A whole audit; a person's second one waits for the first. */
  async audit(
    text: { source: string; slug: string },
    person: string,
    progress?: (at: AuditProgress) => void,
  ): Promise<FoundReport> {
    const asked = { person, key: `full ${text.slug} ${text.source}`, work: 'full', body: text }
    const given = progress && { progress: (value: unknown) => progress(value as AuditProgress) }
    return (await this.#lanes.full.ask({ ...asked, ...given })) as FoundReport
  }

  /** Stops the audit of this very text object, where it is the one that runs. */
  interrupt(text: { source: string; slug: string }): void {
    this.#lanes.full.interrupt(text)
  }

  end(): void {
    for (const lane of Object.values(this.#lanes)) lane.end()
  }
}
