namespace Termbase.Languages;

/// <content>Where the view goes: with the way back, or without.</content>
public static partial class Normalizer
{
    private interface ISink
    {
        int Length { get; }

        char Last { get; }

        void Append(ReadOnlySpan<char> text, int originalStart);

        void AppendReplacement(ReadOnlySpan<char> text, int originalStart, int originalLength);

        void TrimEnd();
    }

    private readonly struct Mapped(MappedTextBuilder builder) : ISink
    {
        public int Length => builder.Length;

        public char Last => builder.Last;

        public void Append(ReadOnlySpan<char> text, int originalStart) => builder.Append(text, originalStart);

        public void AppendReplacement(ReadOnlySpan<char> text, int originalStart, int originalLength) =>
            builder.AppendReplacement(text, originalStart, originalLength);

        public void TrimEnd() => builder.TrimEnd();
    }

    private struct Plain(char[] room) : ISink
    {
        public int Length { get; private set; }

        public readonly char Last => Length == 0 ? '\0' : room[Length - 1];

        public void Append(ReadOnlySpan<char> text, int originalStart)
        {
            text.CopyTo(room.AsSpan(Length));
            Length += text.Length;
        }

        public void AppendReplacement(ReadOnlySpan<char> text, int originalStart, int originalLength) => Append(text, originalStart);

        public void TrimEnd()
        {
            while (Length > 0 && char.IsWhiteSpace(room[Length - 1]))
            {
                Length--;
            }
        }
    }
}
