import type { Cue } from './cue.ts'

const family =
  'mother|father|mom|mum|dad|wife|husband|son|daughter|brother|sister|partner|grandmother|grandfather|grandma|grandpa|friend|friends|family|kids|children|baby|boss|girlfriend|boyfriend|cat|dog'

/** What customers expected, wish, and say to others about the company or its price; what a request is for. */
export const voiceCues: readonly Cue[] = [
  {
    kind: null,
    strength: 0,
    phrases: `
      (can|should|do|could|may|shall|will|must) (i|we) expect
      (what|how|where|who|when) (am|are|is|was|were) (i|we|it|this) supposed
      (can|could|do|would|what would|what do|which do|what can) (you|u|someone) [_] recommend
      please recommend
      recommend (me|us|a|something|any)
      any recommendations`,
  },
  {
    kind: 'expectation',
    strength: 0.7,
    guard: 'stands',
    phrases: `
      (i|we) [had|have|really|always|fully|would have|was|were|am|are] (expected|expect|expecting|assumed|presumed|anticipated|counted on|hoped for) _
      (i|we) (thought|had thought|was thinking|believed|figured) [that] (it|that|this|the|you|i|my|there|we|they|your|a) _
      (it|this|that|they|which|money|card|he|she|you|i|transfer|payment|balance|there|refund|account) (should|ought to) [not|already|really|also|only|just|still|at least|now] (have|be|been|has|had|work|arrive|show) _
      (was|were|is|are|am) [not|only|originally|just] supposed to _
      (was|were|been|had been|got|am|are) (told|promised|assured|guaranteed|led to believe) [that|by|i|it|my|the|you|a|to] _
      (you|they|he|she|agent|website|support|it|app|rep|representative) (said|promised|assured me|told me|told us|advertised|stated) [that|me] (it|i|you|the|my|this|they|there|we|he|she|a|that) _
      (less|more|longer|later|lower|higher|other|different|better|worse|faster|slower) than (expected|i expected|i thought|promised|advertised|it should|i should|usual|i was told|i asked)
      (not|never) what (i|we) (expected|ordered|was told|were told|asked for|paid for|signed up)
      (as|than) (promised|advertised|expected|agreed)`,
  },
  {
    kind: 'desiredExperience',
    strength: 0.7,
    guard: 'stands',
    phrases: `
      (i|we) (just|only|simply|really just) (want|need|wanted|needed|would like|wish|hope) _
      (all|what) (i|we) [really] (want|wanted|need|ask|am asking|would like) [for|is]
      (i|we) (would|do|really|also|much|usually|generally|personally) [really|much|also] (prefer|rather) _
      (i|we) prefer _
      (i|we) (am|are|was|were|have been) [really|just|still] hoping [for|to|that|you|there|i|we] _
      (i|we) [really|just|do|so|sure] hope (it|that|you|to|this|the|i|we|they|there|my|he|she) _
      (i|we) [really|just|do|so] wish (you|it|there|i|that|this|the|they|we|to|for) _
      (ideally|preferably|if possible)
      (it|that|this) would be (great|nice|ideal|perfect|helpful|better|good|appreciated|lovely|awesome) [if]
      would be (appreciated|preferred)
      (want|like|wish|need|deserve|expect) to (feel|be treated|be heard|be able|be taken|be listened)
      (someone|somebody) (who|to) (listen|listens|cares|understands|help me)`,
  },
  {
    kind: 'priceStatement',
    strength: 0.7,
    guard: 'stands',
    phrases: `
      (too|so|very|really|quite|pretty|rather|way too|a bit|a little|super|extremely|that is|it is|is|are|was|were|not) (expensive|pricey|costly|overpriced|affordable|steep|dear|cheap)
      (that is|it is|is|are|was|were|seems|how|so|too|very|really|not) [_] (cheap|low|high|a lot of money|a rip off|a steal|a bargain)  [price|fee|fare|cost]
      (not|is it|really|hardly|barely|well|is) worth (it|the|that|this|my|every|paying)
      (can not|could not|can hardly|can barely|unable to|not able to) afford
      (good|great|excellent|fair|reasonable|amazing|poor|bad|better|cheaper|outrageous|ridiculous|insane|crazy|stupid|unfair|excessive|absurd|hefty|awesome|wonderful|high|low|lower) (value|price|prices|pricing|rate|rates|deal|deals|fee|fees|fare|fares|cost|costs|charge|charges|offer)
      (price|prices|cost|costs|fee|fees|fare|fares|rate|rates|charge|charges) (is|are|was|were|seems|seem) [_] (high|low|too much|too high|too low|expensive|cheap|ridiculous|excessive|unfair|fair|reasonable|great|good|amazing|outrageous|steep|awful|a lot|a bit much|insane|crazy|nice|ok|okay|fine|impressive)
      (rip off|ripoff|ripped off|daylight robbery|waste of money|worth every|money back for|too much money|overcharged|overcharging|overpriced|hidden fees|hidden charges|hidden fee)
      (pay|paid|paying|charge|charged|charging|cost|costs|costing) [me|us] (too much|so much|way too much|an arm|a fortune)
      (good|great|best) value
      (cheaper|better price|better rate|lower) (than|elsewhere|somewhere else|at another)`,
  },
  {
    kind: 'recommendation',
    strength: 0.75,
    guard: 'stands',
    phrases: `
      (will|would|going to|can|could|can not|shall|highly|definitely|strongly|gladly|happily|surely) [not|never|definitely|highly|certainly|also|absolutely|be] (recommend|recommending) _
      (was|were|came|been|highly|is) recommended [by|to]
      (recommended|referred) [by|you|it|this|your|me|us] [_] (to|me|by|app|bank|company|service|site|you|friend|friends)
      (tell|telling|told|warn|warning|advise|advising) (all|everyone|everybody|my friends|all my|people|others|the world|my family|anyone|every|my colleagues|my whole)
      (do not|never) (buy|use|shop|go|bank|fly|book|trust|waste your) (here|this|from|with|there|at|them|these|your|time)
      (leave|leaving|give|giving|gave|write|writing|post|posting|wrote|left) [you|a|an|your|them|this] [a|an|the] [very|really] [good|bad|great|negative|positive|terrible|one|five|#|glowing|nice|excellent|poor|low|high|zero] [star|stars] (review|reviews|rating|feedback|stars)
      (bad|negative|terrible|one star|1 star|five star|5 star|glowing|raving) (review|reviews)
      (word of mouth|spread the word|heard (good|great|bad|terrible|wonderful) (things|reviews) about|heard about you|a friend of mine uses|my friend uses)`,
  },
  {
    kind: 'underlyingNeed',
    strength: 0.65,
    guard: 'stands',
    phrases: `
      so (that|i can|we can|i could|we could|that i|that we|i will be able) _ _
      (in order|in time|enough) (to|for) _
      (because|since|as) (i|we) (need|want|have to|am|are|must|will|would like|have) [going|travelling|traveling|flying|moving|to|a|an] _
      (because|since|as) (my|our) (${family}|flight|wedding|rent|landlord) _
      (it|this|that|they) (is|are|was) [all|just|mainly|only] for (my|our|a|an|the) _
      for (my|our|a|his|her|the) [own|new|big|work|#th|friend's] [_] (wedding|honeymoon|birthday|anniversary|interview|funeral|graduation|party|trip|vacation|holiday|date|meeting|celebration|exam|concert|conference|business trip|job|surprise)
      (i|we) (am|are) (going|travelling|traveling|flying|moving|getting married|having a|celebrating|hosting|throwing|planning|meeting|visiting|attending|heading|trying to|on our|on my|on a|in town|coming) _
      (i|we) (need|have|want|would like|hope|plan) to (see|visit|attend|meet|celebrate|surprise|sit|impress|get home|get there|get to|be with|be there|be at|be home|save|pay|make sure|free|release|help|go somewhere|get away|take my|bring) _
      my (${family}) (is|are|was|has|have|needs|need|wants|got|had|just|lives|will)
      (due to|because of) (a|an|my|our|personal|the|family|some|work|health) _
      (the|my) (reason|purpose) (is|for|being) _`,
  },
]
