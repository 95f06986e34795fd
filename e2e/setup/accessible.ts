import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * The page breaks no rule of WCAG 2.2 AA that axe can check. It may need a moment: a long page is set part by part, and
 * what scrolls becomes reachable with the keyboard once it is laid out.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
        return violations.map(
          ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join('\n')}`,
        )
      },
      { timeout: 60_000 },
    )
    .toEqual([])
}
