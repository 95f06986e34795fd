import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What a formula looks like: thousands of boxes on a long page, hidden from assistive technology, which reads the MathML
 * beside them. They have the colour of the text around them, which is checked.
 */
const DRAWN_FORMULAS = '.katex-html'

/**
 * The page, or a part of it, breaks no rule of WCAG 2.2 AA that axe can check. It may need a moment: a long page is set
 * part by part, and what scrolls becomes reachable with the keyboard once it is laid out. A look at a long page takes
 * seconds on a busy machine, so they are few, and the last one has time to end.
 */
export async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  await expect
    .poll(() => brokenRules(page, part), { intervals: [500, 2_000, 5_000, 30_000], timeout: 90_000 })
    .toEqual([])
}

async function brokenRules(page: Page, part: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .include(part)
    .exclude(DRAWN_FORMULAS)
    .setLegacyMode()
    .analyze()
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join('\n')}`)
}
