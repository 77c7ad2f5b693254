using System.Collections.Immutable;

namespace Termbase.Formats.Xliff.Checks;

/// <summary>
/// Which children an element may have, in which order: a sequence of choices with their numbers, written as
/// <c>skeleton? other* notes? (unit|group)+</c>; <c>other</c> is any element of a namespace that is not the parent's. Immutable.
/// </summary>
internal sealed class ContentModel
{
    private readonly ImmutableArray<Particle> _particles;

    private ContentModel(ImmutableArray<Particle> particles) => _particles = particles;

    internal static ContentModel Parse(string text) => new(
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static word =>
        {
            var (min, max) = word[^1] switch
            {
                '?' => (0, 1),
                '*' => (0, int.MaxValue),
                '+' => (1, int.MaxValue),
                _ => (1, 1),
            };
            return new Particle([.. word.TrimEnd('?', '*', '+').Trim('(', ')').Split('|')], min, max);
        }),
    ]);

    internal Matcher Start() => new(this);

    private sealed record Particle(ImmutableArray<string> Names, int Min, int Max)
    {
        internal bool Takes(string key, bool isOther) => Names.Contains(key) || (isOther && Names.Contains("other"));

        internal string Shown => string.Join(" or ", Names.Select(static n => $"<{n}>"));
    }

    /// <summary>One element's children so far. Not thread-safe.</summary>
    internal sealed class Matcher(ContentModel model)
    {
        private int _at, _count;

        /// <summary>Takes one more child; null, or the code and the reason why it cannot stand here.</summary>
        internal (string Code, string Message)? Take(string key, bool isOther)
        {
            var (at, count) = (_at, _count);
            while (at < model._particles.Length)
            {
                var particle = model._particles[at];
                if (particle.Takes(key, isOther) && count < particle.Max)
                {
                    (_at, _count) = (at, count + 1);
                    return null;
                }

                if (count < particle.Min)
                {
                    return IsKnown(key, isOther)
                        ? ("misplaced-element", $"<{key}> stands before {particle.Shown}, which must come first")
                        : Unknown(key);
                }

                (at, count) = (at + 1, 0);
            }

            return IsKnown(key, isOther) ? ("misplaced-element", $"<{key}> stands too late or once too often") : Unknown(key);
        }

        /// <summary>At the end tag: null, or what is missing.</summary>
        internal string? Missing()
        {
            for (var (at, count) = (_at, _count); at < model._particles.Length; at++, count = 0)
            {
                if (count < model._particles[at].Min)
                {
                    return model._particles[at].Shown;
                }
            }

            return null;
        }

        private bool IsKnown(string key, bool isOther) => model._particles.Any(p => p.Takes(key, isOther));

        private static (string, string) Unknown(string key) => ("unknown-element", $"<{key}> is not allowed here; remove it or move it");
    }
}
