import type { Page, Route } from '@playwright/test'
import { expect } from './keep-going.ts'
import { expectReadable } from './readable.ts'

type News = Record<string, unknown>

export const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

/** What the server says of an attempt, changed on its way to the page: every state of an exam without waiting for it. */
export class Stage {
  /** laid over what the server says of the attempt */
  attempt: News = {}
  /** laid over what the page hears every few seconds */
  pulse: News = {}
  announcements: unknown[] = []
  /** with which every request for the attempt is turned away */
  turnedAway: number | null = null
  /** `lost`: no save leaves the page; `beaten`: a newer answer stands in the way of each */
  saves: 'pass' | 'lost' | 'beaten' = 'pass'
  readonly page: Page
  private heading: News = {}
  private newer: News = {}

  constructor(page: Page) {
    this.page = page
  }

  /** In every page of the browser, before the exam is opened; its paper has one question, so that all of it is at hand at once. */
  async set(): Promise<void> {
    const context = this.page.context()
    await context.route('**/paper', onlyTheFirst)
    await context.route('**/api/exam/v1/attempts/*', (route) => this.answer(route, this.attempt))
    await context.route(/\/pulse(\?|$)/, (route) => this.answer(route, { ...this.attempt, ...this.pulse }))
    await context.route('**/announcements', (route) => route.fulfill({ json: { announcements: this.announcements } }))
    await context.route('**/responses', (route) => this.save(route))
  }

  /** The page looks at once what is new, as it does when somebody comes back to it. */
  async look(): Promise<void> {
    await this.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  }

  /** The page says so, in words that everybody can read. */
  async says(words: string | RegExp, part = 'header'): Promise<void> {
    await this.look()
    await expect(this.page.locator(part).getByText(words).first()).toBeVisible()
    await expectReadable(this.page, part)
  }

  private async answer(route: Route, changes: News): Promise<void> {
    if (this.turnedAway) {
      const error = { code: 'away', message: 'This exam is taken in room 2 only.' }
      return route.fulfill({ status: this.turnedAway, json: { error } })
    }
    const said = { ...((await (await route.fetch()).json()) as News), ...changes }
    if (!('responses' in said)) return route.fulfill({ json: said })
    this.heading = { deadline: said.deadline, state: said.state, epoch: said.epoch }
    return route.fulfill({ json: { ...said, responses: { ...(said.responses as News), ...this.newer } } })
  }

  private async save(route: Route): Promise<void> {
    if (this.saves === 'pass') return route.continue()
    if (this.saves === 'lost') return route.abort()
    const { epoch, saves } = route.request().postDataJSON() as {
      epoch: number
      saves: { field: string; opId: string; revision: number }[]
    }
    const value = { kind: 'text', markdown: 'typed on another device' }
    const results = saves.map(({ field, opId, revision }) => {
      this.newer[field] = { epoch, revision: revision + 1, value }
      return { field, opId, outcome: 'superseded', epoch, revision: revision + 1 }
    })
    return route.fulfill({ json: { ...this.heading, serverNow: new Date().toISOString(), results } })
  }
}

async function onlyTheFirst(route: Route): Promise<void> {
  const paper = (await (await route.fetch()).json()) as { questions: unknown[] }
  await route.fulfill({ json: { ...paper, count: 1, questions: paper.questions.slice(0, 1) } })
}
