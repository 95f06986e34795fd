import { oneLine } from './one-line.ts'

/** What a mail is made from. There are no results in it: whoever reads it along learns that there are some. */
export interface Occasion {
  kind: 'released' | 'answered' | 'requests' | 'corrected' | 'invited'
  name: string
  /** the exam, or the course that somebody is invited to */
  exam: string
  /** who invites */
  by?: string | null
  /** absolute */
  link: string
  /** requests that wait */
  requests: number
}

export interface Words {
  subject: string
  text: string
  html: string
}

function sentences({ kind, exam, requests, by }: Occasion): { subject: string; says: string } {
  switch (kind) {
    case 'released':
      return {
        subject: `Your results of “${exam}” are there`,
        says: `your results of “${exam}” are there. Read them here:`,
      }
    case 'answered':
      return {
        subject: `Your request about “${exam}” was answered`,
        says: `somebody has looked again at an answer of yours in “${exam}”, as you asked. Read what they say here:`,
      }
    case 'corrected':
      return {
        subject: `A question of “${exam}” was corrected`,
        says: `a question of “${exam}” was corrected after you had sat it. What was corrected, and what it means for your result, is here:`,
      }
    case 'invited':
      return {
        subject: `You are enrolled in “${exam}”`,
        says: `${oneLine(by ?? 'A teacher', 120)} has enrolled you in “${exam}”. Join here, with the account you have or a new one. The link is for you alone; if you did not expect this, do nothing:`,
      }
    case 'requests': {
      const count = requests === 1 ? '1 request' : `${requests} requests`
      const wait = requests === 1 ? 'waits' : 'wait'
      return {
        subject: `${count} for another look: “${exam}”`,
        says: `${count} for another look at an answer in “${exam}” ${wait} for an answer of yours. They are here:`,
      }
    }
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** A mail in words: plain text, and the same as simple HTML. */
export function composeMail(occasion: Occasion): Words {
  const exam = oneLine(occasion.exam, 120)
  const { subject, says } = sentences({ ...occasion, exam })
  const dear = `Dear ${oneLine(occasion.name, 120)},`
  const end = 'This message was written by the exam server. Answers to it are not read.'
  const link = escaped(occasion.link)
  return {
    subject: oneLine(subject),
    text: `${dear}\n\n${says}\n\n${occasion.link}\n\n--\n${end}\n`,
    html: `<p>${escaped(dear)}</p>\n<p>${escaped(says)}</p>\n<p><a href="${link}">${link}</a></p>\n<hr>\n<p>${escaped(end)}</p>\n`,
  }
}
