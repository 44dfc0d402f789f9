import type { Cue } from './cue.ts'

const family =
  'mother|father|mom|mum|dad|wife|husband|son|daughter|brother|sister|partner|grandmother|grandfather|grandma|grandpa|friend|friends|family|kids|children|baby|boss|girlfriend|boyfriend|cat|dog'

/** What customers expected, wish, and say to others about the company or its price; what a request is for. */
export const voiceCues: readonly Cue[] = [
  {
    kind: null,
    looksLike: ['expectation', 'desiredExperience', 'recommendation'],
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
      (i|we) [had|have] [really|honestly] expected (better|more) (from|of|than) [_]
      (i|we) (thought|had thought|was thinking|believed|figured) [that] (it|that|this|the|you|i|my|there|we|they|your|a) _
      (it|this|that|they|which|money|card|he|she|you|i|transfer|payment|balance|there|refund|account) (should|ought to) [not|already|really|only|just|still|at least|now] (have|be|been|has|had|work|arrive|show) _
      (was|were|is|are|am) [not|only|originally|just] supposed to _
      (was|were|been|had been|got|am|are) (told|promised|assured|guaranteed|led to believe) [that|by|i|it|my|the|you|a|to] _
      (you|they|he|she|agent|website|support|it|app|rep|representative) (said|promised|assured me|told me|told us|advertised|stated) [that|me] (it|i|you|the|my|this|they|there|we|he|she|a|that) _
      (less|more|longer|later|lower|higher|other|different|better|worse|faster|slower) than (expected|i expected|i thought|promised|advertised|it should|i should|usual|i was told|i asked)
      than (i|we) (thought|expected|hoped|was told)
      (my|our|the) [current|new|last] _ should (have|be) _
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
      (i|we) (am|are|was|were|have been) [really|just|still] hoping (for|that|you|there|to get) _
      (i|we) [really|just|do|so|sure] hope (you|to get|to be|i can|we can|i get|there is) _
      (i|we) [really|just] (do not|did not) want to (be|have|get|go|wait|talk|repeat|deal|start) _
      (i|we) [really|just|do|so] wish (you|it|there|i|that|this|the|they|we|to|for) _
      (ideally|preferably)
      it would be (great|nice|ideal|perfect|helpful|better|good|lovely|awesome) (if|to)
      would be (appreciated|preferred)
      (want|like|wish|need|deserve|expect) to (feel|be treated|be heard|be taken seriously|be listened)
      (someone|somebody) (who|to) (listen|listens|cares|understands|help me)`,
  },
  {
    kind: 'priceStatement',
    strength: 0.7,
    guard: 'stands',
    phrases: `
      (too|so|very|really|quite|pretty|rather|way too|a bit|a little|super|extremely|that is|it is|is|are|was|were|not) (expensive|pricey|costly|overpriced|affordable|steep|dear|cheap)
      (a lot of money|a rip off|a steal|a bargain|a fortune)
      (not|is it|really|hardly|barely|well|is) worth (it|the|that|this|my|every|paying)
      (can not|could not|can hardly|can barely|unable to|not able to) afford
      (good|great|excellent|fair|reasonable|amazing|poor|bad|better|cheaper|outrageous|ridiculous|insane|crazy|stupid|unfair|excessive|absurd|hefty|awesome|wonderful|high|low|lower) (value|price|prices|pricing|rate|rates|deal|deals|fee|fees|fare|fares|cost|costs|charge|charges|offer)
      (price|prices|cost|costs|fee|fees|fare|fares|rate|rates|charge|charges) (is|are|was|were|seems|seem) [_] (high|low|too much|too high|too low|expensive|cheap|ridiculous|excessive|unfair|fair|reasonable|great|good|amazing|outrageous|steep|awful|a lot|a bit much|insane|crazy|nice|ok|okay|fine|impressive)
      (rip off|ripoff|ripped off|daylight robbery|waste of money|worth every|money back for|too much money|overcharged|overcharging|overpriced|hidden fees|hidden charges|hidden fee)
      (pay|paid|paying|charge|charged|charging|cost|costs|costing) [me|us] (too much|so much|way too much|an arm|a fortune)
      (good|great|best) value
      (bit|little|way|just) (too high|too much|pricey|steep|expensive)
      (more|less|most) (expensive|affordable) (for me|than i|there|here)
      (something|anything|bit|little) (cheaper|less expensive|more affordable)
      (super|so|really|very|that is|it is|dirt|pretty) cheap
      (cheaper|expensive) than
      (it|that|this|_) is expensive
      (exchange rate|rate|rates|fee|fees|price|prices) [_] [_] [_] (is|are) [_] (bad|terrible|awful|unfair|crazy)
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
      (friend|friends|colleague|neighbor|neighbour|sister|brother|mother|father|boss|coworker) [_] [highly] recommended _
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
      so [that] (i|we) (can|could|have|do not have|will be able) _ _
      in order (to|that) _
      (i|we) [really|just|still|also] (need|have|want|would like|am trying|like) to (see|meet|try|find|plan|throw|organize|organise|celebrate|surprise|go on|go to (a|my|the)|catch|make it|get|know|check) [_] [_] [_] (wedding|birthday|party|interview|meeting|funeral|conference|honeymoon|anniversary|date|concert|hospital|celebration|enough|in time|on time)
      (my|our|his|her|the) (wedding|birthday|interview|funeral|graduation|honeymoon|anniversary|bridal shower|promotion|job interview|hot date) [is|was]
      (party|surprise|surprise party|trip|dinner|lunch|gift|present|night|room|flight|table|meeting) (is for|for) my (${family}|husband|wife|buddy|coworker|uncle|aunt|niece|nephew)
      (bringing|taking|with) my (${family}) _
      (i|we) am going to (a|my|the) (wedding|funeral|conference|party|interview)
      (for|give me|have) [my|our|some] peace of mind
      for (my|our|a|his|her|the) [own|new|big|work|first|friend's|daughter's|son's|upcoming] (wedding|honeymoon|birthday|anniversary|interview|funeral|graduation|celebration|exam|concert|conference|date|surprise)
      (i|we) (am|are) (getting married|having a|celebrating|hosting|throwing|attending|trying to save|on vacation|on holiday|meeting my|meeting a|visiting my) _
      (i|we) [really|just|still|also|only] (need|have|want|would like|hope|plan) to (visit|attend|celebrate|surprise|sit with|sit next|impress|get home|get there|get to (the|my|a|work)|be with|be there|be at|be home|save|pay (my|the|for|a)|free|release|get away|take my|keep to|see my|make sure i) _
      (i|we) do not want to (miss|be late|lose|be stranded|be alone)
      (i|we) have (a|an|my) [hot|job|business|big|important|doctor's|family] (date|interview|meeting|wedding|funeral|party|exam|conference|friend (coming|travelling|traveling)) _
      my (${family}) (is|are|was|has|have|needs) [really|very|so|been|in|getting] (sick|ill|hospital|married|dying|waiting|hungry|allergic|a)
      my (sick|ill|old) (${family})
      (the|my) reason is (that|to)
      need (it|this|them|one|that|the money) (for|to) (my|the|pay|buy|get|a|work|school) _
      help us (get|save|reach) _
      get me away`,
  },
]
