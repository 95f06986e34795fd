import { createElement, Fragment, type ReactNode } from 'react'
import type { PaperNode, PaperTag } from '../../grader/answers/paper.ts'
import { classes } from './classes.ts'
import { holdsField, standsAlone } from './placement.ts'
import { ScrollBox } from './scroll-box.tsx'
import { type Together, together } from './together.ts'

/** Draws an answer field; `alone` when nothing but the field stands in its paragraph, so that its label may show. */
export type DrawField = (name: string, alone: boolean) => ReactNode

interface Drawing {
  drawField?: DrawField
  /** whether a field is drawn within its line, where what belongs to it is not parted from it, or below */
  inLine?: (name: string) => boolean
  /** classes around what is kept together; without it stands in the middle beside a field that may be tall */
  tied?: string
}

/**
 * Sets a question's tree. Text stays text; `html` is what the server drew (formulas, figures); links open apart so that
 * an exam page is never left by accident.
 */
export function Paper({ nodes, ...drawing }: { nodes: readonly PaperNode[] } & Drawing) {
  const set: readonly (PaperNode | Together)[] = drawing.inLine ? together(nodes, drawing.inLine) : nodes
  return (
    <>
      {set.map((node, key) => {
        if (typeof node !== 'object' || !('before' in node)) return draw(node, key, standsAlone(nodes, node), drawing)
        return (
          <div key={key} className={drawing.tied ?? 'inline-flex max-w-full items-center align-middle'}>
            {node.before.length > 0 && (
              <span className="shrink-0 whitespace-nowrap">
                <Paper nodes={node.before} />
              </span>
            )}
            {drawing.drawField?.(node.field, false)}
            {node.after}
          </div>
        )
      })}
    </>
  )
}

function draw(node: PaperNode, key: number, alone: boolean, drawing: Drawing): ReactNode {
  if (typeof node === 'string') return node
  if ('field' in node) return <Fragment key={key}>{drawing.drawField?.(node.field, alone)}</Fragment>
  if ('html' in node) {
    const inner = { __html: node.html }
    return node.block ? (
      <ScrollBox key={key} className="my-4 py-1">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: formulas and figures that the server made */}
        <div dangerouslySetInnerHTML={inner} />
      </ScrollBox>
    ) : (
      // biome-ignore lint/security/noDangerouslySetInnerHtml: formulas that the server made
      <span key={key} data-inline dangerouslySetInnerHTML={inner} />
    )
  }
  if (node.tag === 'br' || node.tag === 'hr') return createElement(node.tag, { key, className: classes[node.tag] })
  const children = <Paper nodes={node.children} {...drawing} />
  if (node.tag === 'table') {
    return (
      <ScrollBox key={key} className="my-5">
        <table className={classes.table}>{children}</table>
      </ScrollBox>
    )
  }
  if (node.tag === 'pre') {
    return (
      <ScrollBox key={key} className="my-4">
        <pre className={classes.pre}>{children}</pre>
      </ScrollBox>
    )
  }
  // A paragraph cannot hold a field's block of label, input and message.
  const tag: PaperTag = node.tag === 'p' && holdsField(node) ? 'div' : isCorner(node) ? 'td' : node.tag
  const className = [classes[node.tag], node.class].filter(Boolean).join(' ')
  const link = node.tag === 'a' && { href: safeAddress(node.href), target: '_blank', rel: 'noopener noreferrer' }
  return createElement(tag, { key, className: className || undefined, ...link }, children)
}

/** Only web addresses: a script in a link is dropped with its address. */
function safeAddress(href: string | undefined): string | undefined {
  return href !== undefined && /^(https?:\/\/|\/(?!\/)|#)/.test(href) ? href : undefined
}

/** The empty corner of a table heads nothing. */
function isCorner(node: { tag: PaperTag; children: PaperNode[] }): boolean {
  return node.tag === 'th' && node.children.every((child) => typeof child === 'string' && child.trim() === '')
}
