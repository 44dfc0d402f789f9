import { type Cue, day, number, period } from './cue.ts'

/** How hard customers had to work, and what is at stake for them, in their words. */
export const effortCues: readonly Cue[] = [
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
  {
    kind: 'stakes',
    strength: 0.8,
    guard: 'stands',
    phrases: `
      (cancel|cancelling|canceling|close|closing|terminate|terminating|end|delete|deleting|leave|leaving|quit) (my|our|the|this) [whole|entire|bank|current|personal] (account|accounts|subscription|contract|membership|service|services|policy|plan)
      (switch|switching|move|moving|go|going|change|changing|moved|switched) to (another|a different|your competitor|a competitor|the competition|another bank|another provider|another company|another carrier|somewhere else)
      (take|taking|took) (my|our) (business|money|custom) (elsewhere|somewhere else|to)
      (never|not) [ever|be] (buy|buying|order|ordering|shop|shopping|use|using|fly|flying|book|booking|stay|staying|come|coming|deal|dealing|do business|return|returning) [from|with|at|to|here|back] [you|your|this|here] [_] again
      (done|finished|through) with (you|your|this company|this bank|this airline|this app|you guys|you people)
      (last|final) (chance|straw|warning|time i)
      (lawyer|attorney|solicitor|legal action|legal advice|sue you|suing|sue|lawsuit|small claims|court|ombudsman|regulator|trading standards|consumer protection|better business bureau|bbb|financial conduct|class action|chargeback|charge back|dispute this with my bank)
      (report|reporting|reported) (you|this|it|your company) to [the]
      (call|calling|contact|contacting|go to|going to) the (police|press|media|news|newspaper|authorities)
      (bad|negative|terrible|one star|1 star) review
      (unsafe|dangerous|hazard|hazardous|caught fire|on fire|smoke coming|electric shock|injured|injury|bleeding|in the hospital|hospitalized|emergency room|ambulance|allergic reaction|overdose|poisoned|burned my|burnt my)
      (can not|could not|can not even|unable to|not be able to|how will i|how do i|how am i|not) (pay|afford|buy|feed) (my|the|for|our|any) [_] [rent|bills|mortgage|food|groceries|medication|medicine|children|kids|family]
      (stranded|stuck (at|in) the (airport|hotel|station|middle)|stuck abroad|homeless|evicted|eviction|no food|no money left|cut off|lose my (job|home|house))
      (missed|miss|missing|going to miss|will miss) (my|our|the) (flight|wedding|funeral|exam|interview|appointment|deadline|connection|surgery|rent)
      (wheelchair|disabled|disability|elderly|pregnant|pregnancy|cancer|chemo|chemotherapy|diabetic|insulin|newborn|dementia|alzheimer|autistic|autism|blind|deaf|surgery|heart condition|seizure|seizures|suicidal|depressed|mental health|bereaved|bereavement|funeral|terminally ill|single (mother|mom|mum|parent|father|dad)|lost my job|on benefits|pensioner|80 years old|90 years old)
      (passed away|has died|just died|recently died|death of my)`,
  },
  {
    kind: 'stakes',
    strength: 0.5,
    guard: 'stands',
    phrases: `
      (need|needs|want|must have|have to have|has to be|need to have|needed) [it|this|that|them|my|the] [_] [_] [_] (by|before) (${day})
      (${day}) (is|at) the (latest|deadline)
      (urgent|urgently|asap|emergency|time sensitive|deadline|running out of time|it is critical)
      (need|want|must|please|help) [_] [_] [_] [_] [_] (as soon as possible|right away|immediately)
      (fraud|fraudulent|identity theft|stolen identity|hacked|stolen)
      (my|our) (wedding|honeymoon|funeral|exam|graduation|birthday|anniversary)
      (leaving|flying|travelling|traveling|moving|going abroad|going overseas|departing) (${day}|in # days|soon)
      (my|our) (medication|insulin|baby|newborn|toddler|infant|children|kids)
      (lose|losing|lost) (a lot of money|thousands|hundreds|business|customers|income|my savings)`,
  },
]
