import { type Cue, day } from './cue.ts'

/** What is at risk for customers, in their words. */
export const stakesCues: readonly Cue[] = [
  {
    kind: null,
    looksLike: ['harm', 'vulnerability'],
    strength: 0,
    phrases: `
      (lost or stolen|stolen or lost|lost stolen)
      sick of`,
  },
  {
    kind: 'leaving',
    strength: 0.8,
    guard: 'stands',
    phrases: `
      (cancel|cancelling|canceling|close|closing|terminate|terminating|end|delete|deleting|leave|leaving|quit|quitting|deactivate|invalidate|shut down) [down] (my|our|the|this|an) [_] (account|accounts|subscription|contract|membership|service|services|plan)
      (close|closing|delete|deleting|deactivate|terminate) (account|accounts|subscription|membership)
      (switch|switching|move|moving|go|going|change|changing|moved|switched) to (another|a different|your competitor|a competitor|your rival|the competition|a rival) [bank|provider|company|carrier|place|one|airline]
      (go|going|look|looking|bank|banking|shop|shopping) (elsewhere|somewhere else)
      (take|taking|took) (my|our) (business|money|custom) (elsewhere|somewhere else|to|away)
      (find|finding|use|using|choose|try|trying) (another|a different|a better) (bank|provider|company|carrier|airline|store|service)
      (never|not) [ever|be] (buy|buying|order|ordering|shop|shopping|use|using|fly|flying|book|booking|stay|staying|come|coming|deal|dealing|do business|return|returning) [from|with|at|to|here|back] [you|your|this|here] [_] again
      (done|finished|through) with (you|your|this company|this bank|this airline|this app|you guys|you people)
      (last|final) (chance|straw|warning|time i will|time i ever)
      (lost|losing|lose) (me|us|a customer) as
      (you have|you just) lost a customer`,
  },
  {
    kind: 'harm',
    strength: 0.8,
    guard: 'stands',
    phrases: `
      (lawyer|attorney|solicitor|legal action|legal advice|sue you|suing|sue|lawsuit|small claims|court|ombudsman|regulator|trading standards|consumer protection|better business bureau|bbb|financial conduct|class action)
      (report|reporting|reported) (you|this|it|your company) to [the]
      (call|calling|contact|contacting|go to|going to) the (police|press|media|news|newspaper|authorities)
      (unsafe|dangerous|hazard|hazardous|caught fire|on fire|smoke coming|electric shock|injured|injury|bleeding|in the hospital|hospitalized|emergency room|ambulance|allergic reaction|overdose|poisoned|burned my|burnt my)
      (someone|somebody|anyone|they|people|a thief|thieves|who) [else] [has|have|may have|might have|must have|just|keeps|flat out|apparently|recently] [just|flat out|apparently] (stole|stolen|hacked|copied|cloned|took|taken|takes|taking|withdrew|withdrawn|transferred|charged|robbed|got into|broke into|used my|using my|spent)
      (explosion|explosions|explode|exploding|under attack|dying|going to die|been hit|stole|scammer|robbed)
      (was|had|met with|in|small|little|bad|car) [a|an] [small|little|bad|car|serious] accident
      (suspicious|unusual|strange|weird|fraudulent|unknown) (activity|transfer|transfers|charge|charges|transaction|transactions|withdrawal|withdrawals|payment|payments)
      (payment|payments|transaction|transactions|charge|charges|withdrawal|withdrawals|debit|fee|transfer|transfers|purchase) [_] [_] [_] [that] (i|we) [know|am sure] [i] (did not|never|have not) (do|make|made|authorize|authorise|recognize|recognise|initiate|approve)
      (is|are|was) not (mine|me)
      (missing|am missing|is missing) [over|about|at least] #
      (was|were|been|got|is|are|has been|have been) [all|just] (stolen|hacked|robbed|mugged|pickpocketed|cloned|scammed|compromised|burgled)
      (someone|somebody) [else] (is|was|has been|has|might be|may be|could be|used|may have|might have) [been] (using|used|accessing|accessed|taken|stealing)
      (it|that|this) was not me
      (i|we) (did not|never|have not) (make|made|authorize|authorise|authorized|authorised|approve|approved|do|initiate) (this|that|it|the|any|these|those) [_] (transaction|transactions|payment|payments|withdrawal|withdrawals|purchase|purchases|charge|charges|transfer|transfers)
      (did not|know i did not|never) (authorize|authorise|make|approve) [this|that|it]
      (complaint to police|police report|police complaint)
      (car|bike|bus|road|an|had an|with an) (accident|crash)
      (people|person|man|woman|someone) [have|has] died
      (life support|passed out|unconscious|can not breathe|heart attack|on fire|bleeding)
      (fraud|fraudulent|fraudulently|identity theft|stolen|theft|unauthorized|unauthorised|phishing)
      (lose|losing) [my|our] job
      (lose|losing|lost) [my|all my|our] (home|house|a lot of money|thousands|biggest client|customers|income|savings|livelihood)`,
  },
  {
    kind: 'deadline',
    strength: 0.75,
    guard: 'stands',
    phrases: `
      (need|needs|want|must have|have to have|has to be|need to have|needed|must be|got to be) [it|this|that|them|my|the|to] [_] [_] [_] [_] (by|before|no later than) (${day}|#|the|i|we|my|then)
      (${day}) (is|at) the (latest|deadline)
      (urgent|urgently|asap|urgency|time sensitive|deadline|running out of time|run out of time|in a hurry|in a rush|short on time|time is running|at the latest)
      (please|pls|just|do|must|you|we) hurry
      hurry up
      as soon as (possible|you can|humanly possible)
      (right away|immediately|straight away|quickly|this instant|desperately)
      (need|want|help|cancel|cancelled|stop|fix|fixed|send|done) [_] [_] [_] right now
      by (${day})
      (need|get|send|want) [_] [_] [_] [_] (fast|faster|sooner)
      (is|it is|this is|an) [an] emergency i
      (missed|miss|missing|going to miss|will miss|late for|be late for) (my|our|the) (flight|wedding|funeral|exam|interview|appointment|deadline|connection|surgery|rent|train|meeting|plane)
      before (it is too late|my flight|my trip|we leave|i leave|they close|my holiday|my vacation)
      (not|do not) have (much|a lot of|any|all the) time
      can not (wait|be late|miss it)`,
  },
  {
    kind: 'vulnerability',
    strength: 0.75,
    guard: 'stands',
    phrases: `
      (wheelchair|disabled|disability|elderly|pregnant|pregnancy|cancer|chemo|chemotherapy|diabetic|diabetes|insulin|newborn|dementia|alzheimer|autistic|autism|blind|deaf|surgery|heart condition|heart attack|seizure|seizures|suicidal|depressed|mental health|bereaved|bereavement|funeral|terminally ill|single (mother|mom|mum|parent|father|dad)|lost my job|on benefits|pensioner|pension|90 years old|80 years old|asthma|allergic|fever|symptoms|diagnosed|sick|unwell|sore throat|in pain|headaches|nausea|vomiting|dizzy|in hospital|in the hospital)
      (passed away|has died|just died|recently died|death of my|death in the family)
      (can not|could not|can not even|unable to|not be able to|how will i|how do i|how am i) (pay|afford|buy|feed) (my|the|for|our|any) [_] [rent|bills|mortgage|food|groceries|medication|medicine|children|kids|family]
      (is|are) our rent
      (stranded|stuck (at|in) the (airport|hotel|station|middle)|stuck abroad|homeless|evicted|eviction|no food|no money left|unemployed)
      (am|is|are|was|were|feel|feeling|fell|seriously|very|mentally) ill
      (broke|broken) (my|his|her|a) (leg|arm|foot|finger|hand|hip|wrist|back)
      (my|his|her) (eyes|back|chest|body|head|stomach|whole body) (hurts|hurt|aches|have been hurting|is killing)
      need [_] [_] [_] (doctor|ambulance|nurse|hospital)
      emergency button`,
  },
]
