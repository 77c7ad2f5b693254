using System.Collections.Immutable;
using Termbase.Languages;
using Termbase.Model;
using Termbase.Recognition;

namespace Termbase.Alignment;

/// <summary>
/// Aligns two texts as documents: refuses what is no Chinese–English pair, aligns notes apart from the body, and leaves out the parts that do
/// not correspond. Thread-safe.
/// </summary>
public static class DocumentAligner
{
    // Beads looked at together to tell whether a part corresponds, and what a bead without counterpart counts there (nats by the word).
    private const int Window = 15;
    private const double GapEvidence = -0.3;
    private const double LeastEvidence = -0.17;

    // So many sentences in a row without counterpart are a part that is missing, not a sentence that was passed over.
    private const int MissingPart = 2;

    /// <summary>The alignment of two texts.</summary>
    /// <param name="zh">The Chinese.</param>
    /// <param name="en">The English.</param>
    /// <param name="termbase">Its terms are evidence; null or empty for none.</param>
    /// <param name="progress">Told the share that is done, 0 to 1; null for nobody.</param>
    /// <exception cref="InputException">A side is empty or not in its language, or the texts have nothing to do with each other.</exception>
    public static BitextAlignment Align(AlignedText zh, AlignedText en, Glossary? termbase = null, IProgress<double>? progress = null)
    {
        CheckLanguages(zh, en);
        var terms = termbase is { Renderings.IsEmpty: false } ? TermMatcher.Create(termbase) : null;
        var body = Part(0, zh.Body, 0, en.Body);
        Refuse(zh, en, body);
        var notes = Part(zh.Body, zh.Sentences.Length - zh.Body, en.Body, en.Sentences.Length - en.Body);
        var (links, leftOut) = WithoutForeignParts([.. AlignmentDoubts.Marked([.. body, .. notes], zh, en)]);
        return new BitextAlignment { Zh = zh, En = en, Links = links, LeftOut = leftOut };

        List<AlignmentLink> Part(int zhStart, int zhCount, int enStart, int enCount)
        {
            var (zhPart, enPart) = (zh.Sentences.AsSpan(zhStart, zhCount).ToArray(), en.Sentences.AsSpan(enStart, enCount).ToArray());
            return [.. SentenceAligner.Align(zhPart, enPart, terms, progress).Select(l => l with { ZhStart = l.ZhStart + zhStart, EnStart = l.EnStart + enStart })];
        }
    }

    private static void CheckLanguages(AlignedText zh, AlignedText en)
    {
        var (zhIs, enIs) = (Judge(zh), Judge(en));
        var place = SourceLocation.File(zhIs == 'z' ? en.Path : zh.Path);
        if (zhIs == '-' || enIs == '-')
        {
            throw new InputException(SourceLocation.File(zhIs == '-' ? zh.Path : en.Path), "holds no text to align");
        }

        if (zhIs == 'e' && enIs == 'z')
        {
            throw new InputException(place, "is English where Chinese is wanted, and the other is Chinese; give the Chinese document first");
        }

        if (zhIs == enIs)
        {
            throw new InputException(place, $"both documents are {(zhIs == 'z' ? "Chinese" : "English")}; a Chinese and an English one are wanted");
        }
    }

    // z, e or - by the letters: a translation may quote the other language, so the greater part decides.
    private static char Judge(AlignedText text)
    {
        var (han, latin) = (0L, 0L);
        foreach (var sentence in text.Sentences)
        {
            han += Han.Count(sentence.Text);
            latin += sentence.Text.Count(char.IsAsciiLetter);
        }

        return han + latin == 0 ? '-' : han * 3 > latin ? 'z' : 'e';
    }

    // Real translations, free ones of novels included, stand well above 0 by the word; texts that were never each other's below it.
    private static void Refuse(AlignedText zh, AlignedText en, IEnumerable<AlignmentLink> body)
    {
        var links = body.Where(static l => !l.IsGap).ToList();
        var linked = links.Sum(static l => l.ZhCount + l.EnCount) / (double)Math.Max(1, zh.Body + en.Body);
        var evidence = links.Count == 0 ? GapEvidence : links.Average(static l => l.Evidence);
        if (evidence < 0 || linked < 0.05)
        {
            throw new InputException(
                SourceLocation.File(en.Path),
                $"does not look like a translation of {zh.Path}: their words have nothing in common; no memory was made");
        }
    }

    private static (ImmutableArray<AlignmentLink> Links, ImmutableArray<LeftOut> LeftOut) WithoutForeignParts(List<AlignmentLink> links)
    {
        var foreign = new bool[links.Count];
        var value = links.ConvertAll(static l => l.IsGap ? GapEvidence : l.Evidence);
        for (var start = 0; start + Window <= links.Count; start++)
        {
            if (value.GetRange(start, Window).Average() < LeastEvidence)
            {
                Array.Fill(foreign, true, start, Window);
            }
        }

        var result = ImmutableArray.CreateBuilder<AlignmentLink>();
        var leftOut = ImmutableArray.CreateBuilder<LeftOut>();
        for (var at = 0; at < links.Count;)
        {
            if (!foreign[at])
            {
                var gaps = at;
                while (gaps < links.Count && links[gaps].IsGap && !foreign[gaps])
                {
                    gaps++;
                }

                if (gaps - at >= MissingPart)
                {
                    leftOut.Add(Missing(links.GetRange(at, gaps - at)));
                }

                gaps = Math.Max(gaps, at + 1);
                result.AddRange(links.GetRange(at, gaps - at));
                at = gaps;
                continue;
            }

            // The window reaches over the edges of the part: what speaks for itself there stays.
            var end = at;
            while (end < links.Count && foreign[end])
            {
                end++;
            }

            var (first, last) = (at, end);
            while (first < last && value[first] >= 0)
            {
                result.Add(links[first++]);
            }

            while (last > first && value[last - 1] >= 0)
            {
                last--;
            }

            if (last > first)
            {
                var (a, b) = (links[first], links[last - 1]);
                leftOut.Add(new LeftOut(a.ZhStart..(b.ZhStart + b.ZhCount), a.EnStart..(b.EnStart + b.EnCount)));
                for (var k = first; k < last; k++)
                {
                    result.AddRange(links[k].Apart());
                }
            }

            result.AddRange(links.GetRange(last, end - last));
            at = end;
        }

        return (result.DrainToImmutable(), leftOut.DrainToImmutable());
    }

    private static LeftOut Missing(List<AlignmentLink> gaps)
    {
        var (zh, en) = (gaps.FindAll(static g => g.ZhCount > 0), gaps.FindAll(static g => g.EnCount > 0));
        return new LeftOut(
            zh.Count == 0 ? 0..0 : zh[0].ZhStart..(zh[^1].ZhStart + zh[^1].ZhCount),
            en.Count == 0 ? 0..0 : en[0].EnStart..(en[^1].EnStart + en[^1].EnCount));
    }
}
