import { type Cue, number, period } from './cue.ts'

/** How hard customers had to work, in their words. */
export const effortCues: readonly Cue[] = [
  {
    kind: null,
    looksLike: ['effort'],
    strength: 0,
    phrases: `
      (appearing|appears|charged|debited|billed|shows|showing|listed|paid|transaction|payment|deducted) [me|it|up|for|this] [_] (two|three|several|multiple|many|#) times
      # times (that|the|as|more|a|per|bigger|higher|lower)
      (${number}|several|many) times (a|per|each|every) (day|week|month|year)`,
  },
  {
    kind: 'effort',
    strength: 0.8,
    guard: 'stands',
    phrases: `
      (second|third|fourth|fifth|sixth|seventh|tenth|2nd|3rd|4th|5th|6th|7th|10th|#th|nth|umpteenth|hundredth) (time|attempt|call|email|request|person|agent|rep|representative|message|letter|complaint|ticket) [i|that|this|now|we|you|already]
      (two|three|four|five|six|several|many|multiple|countless|numerous|so many|too many|dozens of|hundreds of) (times|calls|phone calls|attempts)
      # (times|phone calls|attempts|different people|different agents)
      (called|tried|contacted|emailed|written|asked|waited|spoke|spoken|talked|explained) [to|with|you|this|it] [at least|about|over|already] (${number}|many|multiple|countless|numerous|so many|too many|dozens of) [different] (times|people|agents|departments|calls|representatives|reps)
      [i|we|have|been|am|was|put|kept|left|sat|waited|waiting] on hold [for|with|over|since|again]
      (i|we) (am|are|have been|have|was|had been) [still|been|already] (waiting|waited|wait) (for|over|more than|almost|nearly|about|since|a|#) [over|more than|almost|nearly|about] (${number}|an|a|weeks|hours|days|months|ages|so long|too long|yesterday|last week|last month|your|my|the)
      (keep|keeps|kept|keep on) [getting|being|on] (declined|rejected|failing|declining|crashing|happening|freezing|timing|canceled|cancelled|turned down|refused|reverting)
      (been|waiting|waited|pending|processing) [it|for|this] for (quite|so|such|a very|ages|weeks|days|hours|months|some time|a long|a while|too long)
      (pending|waiting) since (forever|yesterday|last|monday|tuesday|wednesday|thursday|friday|weeks)
      as i [have] [already|just] (mentioned|said|told|explained|stated)
      (two|three|four|several|multiple) (separate|different) (atms|atm|machines|cards|times|agents|people|branches|stores|banks)
      (double|triple) checked
      had a (chat|call|talk|conversation) with [one of|some of] your
      still (waiting|have not|has not|not|no|did not|nothing|do not have|have no|am waiting|unresolved|pending|missing|not received|waiting)
      (i|we) (have|had) already (called|explained|told|sent|tried|contacted|emailed|spoken|given|provided|asked|submitted|written|reported|said|requested|waited)
      (already|just) (explained|told you|told them|told someone|gave you|sent you|said that|answered that|tried that|done that|did that|provided)
      (again and again|over and over|time and time again|back and forth|in circles|round and round|from pillar to post|getting nowhere|gotten nowhere|got nowhere|going nowhere|to no avail|runaround|run around|the run around)
      (keep|keeps|kept|keep on) (having to|calling|getting passed|being told|telling me|getting transferred|asking|sending me|transferring|repeating|being transferred|passing me|getting the same)
      (i|we) (had to|have to|having to|should not have to|must|need to) [keep] (call|calling|explain|repeat|contact|start over|chase|ring|email|phone|go through|do everything|re send|resend|wait) [you|it|this|myself|everything|the] [again|back|all over]
      (transferred|passed|bounced|shuffled|shifted) (me|around|from|between|back and forth|to another|to a different|from one)
      sent (around|back and forth|from one|in circles)
      (no one|nobody|noone|never) [has|ever|have|had|got|even] (replied|answered|called|called me back|got back|gotten back|responded|returned|followed up|contacted me|picks up|picked up|answers|replies|responds|calls back|helps)
      (i|we) (have been|am|was|were) (trying|chasing|calling|emailing|ringing|asking) [to|for] [_] [_] (for|since|all|over|again)
      (every|each) time (i|we) (call|contact|email|ask|speak|ring|try|chat|phone)
      (calling|contacting|emailing|writing|asking|messaging) [you|back|them|in|customer service|about this] again
      (been|waiting|waited|trying|tried|working|held|holding|sitting|stuck) [here|on the phone|on hold|with this|without it] (for|over|since) [over|almost|nearly|about|more than|the last|the past] (${number}|weeks|months|hours|days|ages) [${period}]
      (for|it has been|has been) [over|almost|nearly|about|more than] (${number}) (${period}) (already|straight|and still)
      (all day|whole day|hours|weeks|months|days) (on the phone|trying|waiting)`,
  },
  {
    kind: 'effort',
    strength: 0.45,
    guard: 'stands',
    phrases: `
      (i|we) [have] (tried|called|contacted|emailed|asked|spoke|spoken) [to|with] [_] [_] (again|twice|before|several times|multiple times|already)
      (last|previous) (time|call|agent|week|month) (i|they|you|we|he|she) (called|contacted|said|told|spoke|promised|was told)
      (i was|been|was|were) (told|promised|assured|advised) [by|that|it|to|i|the|my|you]
      (took|taken|takes|taking|been) (so|too|very|this|forever|ages|such a) long
      following up (on|about)
      (tried|have tried) (everything|restarting|again|resetting|many|several|all)`,
  },
]
