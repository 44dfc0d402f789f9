"""What others take for the same texts: python peers.py topics FILE GROUPS | vader FILE. Needs scikit-learn and vaderSentiment."""

import json
import os
import resource
import sys
import time

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"


def topics(path, groups):
    """TF-IDF of words and pairs, 100 directions, k-means: what most tutorials on grouping texts do."""
    from sklearn.cluster import KMeans
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.preprocessing import normalize

    with open(path, encoding="utf-8") as file:
        texts = file.read().splitlines()
    start = time.process_time()
    matrix = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True).fit_transform(texts)
    points = normalize(TruncatedSVD(100, random_state=1).fit_transform(matrix))
    KMeans(groups, n_init=1, random_state=1).fit(points)
    return {"seconds": time.process_time() - start, "peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def vader(path):
    """Texts a second of one core, for the texts of each length in the file."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    score = SentimentIntensityAnalyzer().polarity_scores
    with open(path, encoding="utf-8") as file:
        source = file.read(4_000_000).replace("\n", " ")
    speeds = []
    for length in (40, 400, 4000):
        texts = [source[at * length : (at + 1) * length] for at in range(400)]
        start, done = time.process_time(), 0
        while time.process_time() - start < 1.5:
            score(texts[done % len(texts)])
            done += 1
        speeds.append(round(done / (time.process_time() - start)))
    return speeds


if __name__ == "__main__":
    print(json.dumps(topics(sys.argv[2], int(sys.argv[3])) if sys.argv[1] == "topics" else vader(sys.argv[2])))
