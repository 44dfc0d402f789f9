import type { CustomerSignal } from '../../core/signals/signal.ts'
import { parseAll, type Sentence } from '../speech/grammar.ts'

/** What customers say whatever it is about. */

export const greetings = parseAll([
  '[Hi|Hello|Hello there|Hi there|Good morning|Good afternoon|Good evening],',
  'Dear [Larkmoor|team|customer service|Larkmoor team],',
  'Hi [Larkmoor|all|folks],',
  'Hello, {name} here.',
  'To whom it may concern,',
])

export const chatGreetings = parseAll([
  '[hi|Hi|hello|Hello|Hey there|Hiya|Good morning]!',
  '[Hi|Hello], {first} here.',
  'Anybody there?',
  '[Hello|Hi], [a quick one|one question|me again, or for the first time, I forget].',
])

export const phoneGreetings = parseAll([
  '[Yes, hello|Hello|Hi|Good morning|Oh, hello], [this is|it is|my name is] {name}[| from {town}].',
  '[Hi|Hello], [finally|at last], a person. [It is|This is] {name}.',
  'Hello, [can you hear me?|is this Larkmoor?] {name} [speaking|here].',
  'Hi, [thanks for picking up|good that I have got you]. {name}, [in|from] {town}.',
])

export const visitGreetings = parseAll([
  '[Good morning|Hello|Hi], I [have come in|took the bus over|am here] because I would rather [talk to someone|explain this to a face].',
  '[Hello|Hi]. [I was passing anyway|I have my papers with me|Not sure I am at the right counter].',
  'Morning. {name}, [I rang earlier|I have an account with you].',
])

/** Life around the problem; says nothing about what it is. */
export const chatter = parseAll([
  'I work from home [three days a week|most days], so this is not a small thing for me.',
  'My [daughter|son] has [exams|an online exam] [this week|next week] and the mood at home is [tense|what you would imagine].',
  'We have [a newborn|two small children] and [very little sleep|no patience left], so please [keep it simple|be brief].',
  'I am [seventy-eight|eighty-one] and [not good with these things|my grandson usually does this], so bear with me.',
  'Sorry if this is [a bit long|the wrong place to ask], I [could not find|did not see] another way.',
  'The dog [has stopped believing in it as well|is unimpressed, too], by the way.',
  'I do [night shifts|shift work], so [mornings are difficult|I can only be reached in the afternoon].',
  'We are [a small household|only two people], nothing unusual.',
  'My mother [lives with us|is staying with us] and [worries about everything|needs things to work].',
  'I live [on the third floor|at the end of the lane] in {town}, [if that matters|in case you need it].',
  'I have all the [letters|e-mails] here in front of me, [in date order|a whole folder by now].',
  'It is [my birthday week, so let us keep it friendly|raining here, so I have time].',
  'I run a small [bakery|bike workshop|sewing studio] from home and every hour counts.',
  'I am [recovering from an operation|at home with a broken foot] and have [all the time in the world|nobody to run errands].',
  'By the way, the lady in your shop in {town} is a treasure.',
  'English is not my first language, I hope you understand what I mean.',
  'I [tried|called] during the day, but at work I [cannot be on the phone for long|have ten minutes at noon].',
  'I am not very technical, so please explain it as you would to your [grandfather|neighbour].',
  'We are three in this flat, and all three [ask me about it daily|look at me].',
])

/** Asides of people for whom something went wrong. */
export const grumbles = parseAll([
  'I have been with you since {since} and [never had reason to complain|always been content], [for what that is worth|until now].',
  'My neighbour [is with you as well|in {town} is also your customer] and [has no trouble at all|says the same happened to her].',
  'My [husband|wife|partner] says I should have [switched years ago|written sooner], and I am running out of arguments.',
  'I tried your [help pages|website] first, [honestly|really], and [went round in circles|got lost after three clicks].',
  'There is [probably|surely] a simple explanation.',
  'I [am not|was never] one to make a fuss.',
  'We had [guests|the in-laws] over the weekend, so this got attention from [the whole table|everybody].',
  'My [colleague|sister-in-law] had the same with another company and it [was solved in a day|took one phone call].',
  'I [used to work|worked for years] at a service desk myself, so I know [it is not your fault|how it is on your side].',
  'It is not the end of the world, but it [gnaws at me|is always there at the back of my mind].',
  'I had hoped to [deal with this|get it off my list] before the holidays.',
  'The person on the phone was nice enough, it is the [rest|system] that [worries me|does not work].',
  'It came at the worst time, we have just [started new jobs|had the roof done].',
])

export const writtenChatter = parseAll([
  'I am writing this [on the train|in my lunch break|from my phone in the kitchen], so excuse the typing.',
  'My flatmate wanted to write something ruder, so be glad it is me.',
  'I deleted two angrier versions of this message before I sent this one.',
  'Sorry for the long message, [I did not have time for a short one|once I start I cannot stop].',
  'I would have rung, but [the baby is asleep|I lose my nerve on the phone].',
  'If this is better said on the phone, [ring me|call me], I am [in most evenings|always near it].',
])

export const spokenChatter = parseAll([
  'I am sure you are busy, I can hear the phones from here.',
  'I made tea before I [called|came], because I expected this to take a while.',
  'Your waiting music has not changed in years, has it?',
  'Sorry, one second, the door. Yes, I am back.',
  'You have a [kind|nice] voice, I hope you also have [good news|an idea].',
  'I have a pencil ready, so go slowly.',
])

/** What they tried before they turned to the company; says nothing of the cause. */
export const attempts = parseAll([
  'Before [that|this] I [asked in the forum|searched your site], where [three people gave four answers|the last answer is from 2019].',
  'I have already asked [my brother-in-law|a friend who knows about such things], and he [shrugged|said only you can change that].',
  'Your chat robot asked me to rate it before it had understood me.',
  'I looked at it from every side, [slept on it|left it for two days], and it is still there.',
  'I wrote down each step with the time, [old habit|I used to be a bookkeeper].',
  'I [waited|gave it] {days} days before I got in touch, because I did not want to be a nuisance.',
  'At first I thought it was my own mistake, so I checked everything on my side.',
  'The lady next to me at work said: just [call|tell] them, they will sort it out. So here I am.',
  'There was a time when one rang you and [Mr Baines at the counter knew|someone knew] one’s name.',
  'I went through the leaflet, the site and the small print, in that order.',
  'First I did nothing, then I grew annoyed, now I am asking.',
  'I do not want anything special, just what anyone would expect.',
  'If it helps: I am at home [tomorrow|on {nextDay}], all day.',
  'I have [heard|read] that others in {town} have the same, but I can only speak for us.',
])

/** Life around it where somebody has died. */
export const quietChatter = parseAll([
  'I am doing this in the evenings, after work, one letter at a time.',
  'We were [married|together] for [forty-one|twenty-six] years, so please be patient with me.',
  'I am sorry if I leave something out, [my head is full|there is so much to do at the moment].',
  'My sister helps me with the papers, she may call as well.',
  'Everyone else has been [kind|very understanding], even the tax office.',
  'I [found your bills in a shoebox|do not know what else is still running], in order, of course.',
])

/** By what they feel; frustration and anger come with each repeat. */
export const feelings = {
  confusion: parseAll([
    'I [simply |really |]do not understand [it|what is going on here|how this works].',
    'I am [rather |quite |]confused[ now| by all this|, to be honest].',
    '[Maybe I am missing something|Perhaps I misread something], but [none of it|this] makes sense to me.',
    'I have [read it|gone over it] three times and I am none the wiser.',
    'What am I [supposed to make of this|not seeing here]?',
  ]),
  worry: parseAll([
    'I am [getting |quite |really |]worried[ about this| now|, I must say].',
    'I [could not sleep|lay awake] [over it|last night because of it].',
    'I am afraid [this will get worse|it will end badly|I will be left with it].',
    'It [makes me nervous|worries me a lot] that nobody can tell me [anything|what comes next].',
    'What if [this goes on|it is not sorted] [until the weekend|into next month]? I am anxious about it.',
  ]),
  frustration: parseAll([
    'This is [really |very |incredibly |]frustrating.',
    'I am [quite |very |rather |]annoyed[, I have to say| by now| about this].',
    '[Honestly, it|It] is [tiring|exhausting|wearing me down].',
    'I [had expected|expected] better [of you|from Larkmoor], [frankly|to be honest].',
    'I feel [fobbed off|sent from pillar to post|like a number].',
    'How hard can [this|it] be?',
    'I have better things to do than [chase this|sort out your mistakes|wait for an answer].',
    'It is [disappointing|a real let-down], and that is [putting it kindly|me being polite].',
    'I am [fed up|losing patience] with [this|the whole thing].',
  ]),
  anger: parseAll([
    'This is [unacceptable|outrageous|beyond a joke|a disgrace].',
    'I am [furious|absolutely livid|really angry now].',
    '[Enough is enough|That is it], [I have had it|I am done being patient].',
    'I [have lost all trust in you|do not believe a word any more].',
    'If this is not [sorted|settled] [this week|by Friday], I will [go to the ombudsman|leave and take my sister with me|write to the newspaper].',
    'You should be ashamed of [how this is going|the way you treat people].',
    'Nobody [there takes responsibility|seems to care], and it makes me [so angry|furious].',
    'I am [shaking with anger|too angry to stay polite much longer].',
  ]),
  sadness: parseAll([
    'This is [a hard time for us|not an easy time], as you can imagine.',
    'It [hurts|is painful] to [see that name on every letter|explain it each time].',
    'I [am in tears|sat and cried] [every time a letter comes|after the last letter].',
    'I [just want to|would like to] [grieve in peace|have this behind me].',
    'We are all [very sad|heartbroken], and [this does not help|paperwork is the last thing I need].',
  ]),
  surprise: parseAll([
    'I [could not believe my eyes|was quite taken aback|had to read it twice].',
    'That [came out of nowhere|was a surprise, and not a nice one].',
    'I am [amazed|astonished] that this is [even possible|how it works].',
    '[Imagine my surprise|I nearly dropped my coffee].',
  ]),
  gratitude: parseAll([
    '[Thank you|Thanks] so much[, {agent}|], [that is kind of you|that really helped|you have been lovely].',
    '[Thanks|Many thanks|Thank you][ for your help| for sorting this| for the quick answer|], {agent}.',
    'I [really appreciate|am grateful for] [this|your help|the time you took].',
  ]),
  relief: parseAll([
    '[What a relief|Phew|Finally]. [I can stop thinking about it now|That is a weight off my mind|One thing less to worry about].',
    'I am so relieved, [thank you|thanks][, {agent}|].',
    'Good. [I will sleep better tonight|Then I can close the folder]. Thank you.',
  ]),
  joy: parseAll([
    '[Wonderful|Brilliant|Oh, lovely|Great], [that was easy|I am delighted|you have made my day].',
    'That is [great news|fantastic], I am [so happy|really pleased].',
    '[Perfect|Super], [thanks|thank you]. [The family is cheering|Even my husband smiled].',
  ]),
} as const

/** Efforts they had, in words that count them. */
export const efforts = parseAll([
  'This is the {nth} time [I am contacting you|I have had to get in touch|I am asking] about this.',
  'I have now [called, written and waited|explained this to {count} different people].',
  'I was on hold for {minutes} minutes [yesterday|the last time|before I gave up].',
  'That makes {count} [attempts|times], [if anybody is counting|and I am counting].',
  '[Must I|Do I have to] [explain everything|tell the whole story] again? [This is contact number {number}|It is the {nth} time].',
  'Every time I [reach somebody|get through], I have to start from the beginning.',
  'The {nth} [call|message|attempt] now. [I keep a list|My phone bill will be next].',
])

/** What hangs on it for them. */
export const stakes = [
  ...parseAll(['I could lose my [job|biggest client] over this.']).map(atStake('harm')),
  ...parseAll([
    'My father’s [emergency button|heart monitor] runs over it, so this is [serious|not a matter of comfort].',
    'That money is [our rent|the food for the month|what I had put aside for the school trip].',
    'I [am on a small pension|live on a tight budget] and cannot [just absorb this|wait for it].',
  ]).map(atStake('vulnerability')),
  ...parseAll([
    'I have [a job interview by video|an important deadline] on {nextDay} and cannot miss it.',
  ]).map(atStake('deadline')),
  ...parseAll(['I will have to [borrow from my sister|overdraw my account] if this goes on.']).map(
    atStake('vulnerability'),
  ),
]

function atStake(signal: CustomerSignal) {
  return (sentence: Sentence) => ({ signal, sentence })
}

export const retells = parseAll([
  'As I [already explained|told your colleague|wrote before]: ',
  'To [sum it up|say it] once more: ',
  'Again, [from the beginning|for the record]: ',
  'The story in short: ',
])

export const promiseBroken = parseAll([
  '{agent} [promised|told me|assured me] {promised}. [Nothing happened|I am still waiting|That day has come and gone].',
  'I was promised {promised}. [That was a lie|That did not happen|So much for that].',
  'You said {promised}. [I waited in vain|I stayed by the phone all day for nothing|Well?]',
  'According to {agent}, {promised}. [It never happened|Not a word since].',
])

export const sentAround = parseAll([
  'Your {fromTeam} [told me|said] I [must|have to] [call|speak to] the {toTeam}, so here I am.',
  'I [was sent|have been passed on] to you by your {fromTeam}. [I hope I am right this time|Please do not send me back].',
  'According to your {fromTeam} it is [your job|a matter for the {toTeam}]. [Is it|So]?',
  'Your {fromTeam} could not help and [gave me this number|said you could].',
  'First the {fromTeam}, now the {toTeam}. [Who is next|Do you have many more of those]?',
  'They sent me to the {toTeam}. [Is that you|Am I right here]?',
])

export const unanswered = parseAll([
  'I [wrote to you|sent an e-mail] on {lastDay} and [nobody answered|never heard back].',
  'My [message|e-mail] of {lastDay} is still unanswered.',
  '[No reply|Not a word] since I wrote on {lastDay}.',
])

export const pushback = parseAll([
  'That [does not answer my question|is not an answer], I am afraid. [Please read my message again|Did anybody read what I wrote?]',
  'I am [sorry, but that|afraid that] [does not help me|is what I had been told before].',
  'With respect, that [is your rule, not my problem|sounds copied from somewhere].',
  '[Hm|Well]. So what am I supposed to do now?',
  'And who [can decide this, then|is responsible, if not you]?',
  'I [read|have read] your answer twice and [still do not know what happens next|cannot find my question in it].',
  'So the answer is no, and you needed [five sentences|a whole page] to say so.',
  'Could you [ask somebody who may decide|pass this to your manager], then?',
  'I did not ask about the rule, I asked for help.',
])

export const closers = parseAll([
  'Please [let me know|get back to me|tell me what happens next].',
  '[Many thanks|Thanks|Thank you] [in advance|for looking into it].',
  'I [look forward to|hope for] [your answer|a quick reply].',
  'You can [reach me|call me] [after six|at any time|on {nextDay}].',
  '[Can somebody|Could someone] [please |]take care of it?',
])

/** A first word about how it came to this; says nothing of what it is. */
export const prefaces = parseAll([
  'I hope you can help me.',
  'I am not sure whom to ask, so I [start|am starting] here.',
  'Here is [my problem|what happened], as short as I can make it.',
  'I will try to [keep this short|put it in order].',
  '[I was told|Somebody told me] to describe it as exactly as possible, so here goes.',
  'A [question|matter] that has been on my list for a while.',
  'Let me say first that I have nothing against you personally.',
])

export const signOffs = parseAll([
  '[Kind|Best|Warm] regards,\n{name}',
  '[Regards|Best|Thanks|Cheers],\n{first}',
  '{name}, {town}',
  'Yours [sincerely|faithfully],\n{name}\n[{town}|Customer since {since}]',
  '{first}',
])

export const answersBack = parseAll([
  '[Yes|Sure], [that is right|here it is]: {account}.[ Anything else you need?|]',
  'The [address|name] is correct, {name}, {town}. [I attached the photo|The letter is {attached}].',
  '[Of course|No problem]. [It says {account} on the letter|My customer number is {account}].',
  'I [did that|tried that] just now. [No change|Same as before].',
])
