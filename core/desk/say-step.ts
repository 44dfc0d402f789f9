import type { DeskStep } from './step.ts'

/**
 * One step as the timeline tells it, after the name of who took it; `before` are those kept before it. The screen writes times in
 * its reader's own way.
 */
export function sayStep(step: DeskStep, before: readonly DeskStep[]): string {
  switch (step.kind) {
    case 'claimed':
      return 'took this on'
    case 'released':
      return 'let it go'
    case 'wished':
      return `would want, in their place: ${step.text}`
    case 'lived':
      return `saw what they are living: ${step.text}`
    case 'hoped':
      return `${step.known === 'asked' ? 'heard' : 'believes'} that they want to feel ${step.feel}, think ${step.think}, and do ${step.act}`
    case 'understandingShared':
      return `said what was understood: ${step.text}`
    case 'understandingConfirmed':
      return 'said: that is right'
    case 'understandingCorrected':
      return `put it right: ${step.text}`
    case 'optionsOffered':
      return `offered: ${step.offers.map(({ gives }) => gives).join('; ')}`
    case 'optionChosen':
      return `chose: ${whatWas(step.option, before)}`
    case 'somethingElseAsked':
      return `asked for something else: ${step.text}`
    case 'granted':
      return `gave: ${step.given.gives}`
    case 'exceptionAsked':
      return `asked ${step.approver} for: ${step.given.gives}`
    case 'exceptionAnswered':
      return step.isDefault
        ? `${step.answer} it, because nobody had answered in time`
        : `${step.answer} it: ${step.reason}`
    case 'promised':
      return `promised: ${step.what}`
    case 'promiseKept':
      return `did what was promised: ${step.what}`
    case 'promiseOverdue':
      return `says that a promise is overdue: ${step.what}`
    case 'handOverOverdue':
      return `says that ${step.to} did not take it over in time`
    case 'handedOver':
      return `handed it over to ${step.to}: ${step.reason}`
    case 'handOverAccepted':
      return 'took it over'
    case 'handOverReturned':
      return `gave it back: ${step.reason}`
    case 'solvedAhead':
      return `solved ahead what comes next, ${step.need}: ${step.how}`
    case 'objected':
      return {
        fits: 'says that the guideline fits',
        fitsBut: `says that the guideline fits, but: ${step.word}`,
        inTheWay: `says that the guideline gets in the way: ${step.word}`,
      }[step.fit]
    case 'answerSent':
      return `answered by ${step.channel}: ${step.text}`
    case 'closed':
      return `closed it. Solved: ${step.solved}`
    case 'silenceEnded':
      return step.cameBack
        ? 'says that they came back about it within 30 days'
        : 'says that 30 days passed without another word about it'
    case 'solutionConfirmed':
      return 'said: it is solved'
    case 'reopened':
      return `opened it again: ${step.reason}`
  }
}

/** What an option gives, in the words of the last offer that held it. */
function whatWas(option: string, before: readonly DeskStep[]): string {
  const offers = before.flatMap((step) => (step.kind === 'optionsOffered' ? step.offers : []))
  return offers.findLast(({ id }) => id === option)?.gives ?? option
}
