using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Termbase.Search.Analysis;

/// <summary>The grams of some texts as a token stream, single characters only where no pair begins with them, used again for the next document; a gram may come more than once. Not thread-safe.</summary>
internal sealed class GramStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly List<string> _texts = [];
    private IReadOnlyCollection<string> _more = [];
    private IEnumerator<string>? _rest;
    private GramCursor _cursor;
    private int _text;

    public GramStream() => _term = AddAttribute<ICharTermAttribute>();

    /// <summary>What the next document is made of: normalised texts, and further tokens as they are.</summary>
    public void Set(string first, string second, IReadOnlyCollection<string> more)
    {
        _texts.Clear();
        _texts.Add(first);
        _texts.Add(second);
        _more = more;
    }

    public override void Reset()
    {
        base.Reset();
        ClearAttributes(); // the end of the last document left its mark
        _cursor = new GramCursor(sparse: true);
        _text = 0;
        _rest = _more.Count == 0 ? null : _more.GetEnumerator();
    }

    public override bool IncrementToken()
    {
        for (; _text < _texts.Count; _text++, _cursor = new GramCursor(sparse: true))
        {
            var text = _texts[_text];
            if (_cursor.Next(text))
            {
                Put(text.AsSpan(_cursor.Start, _cursor.Length));
                return true;
            }
        }

        if (_rest?.MoveNext() != true)
        {
            return false;
        }

        Put(_rest.Current);
        return true;
    }

    private void Put(ReadOnlySpan<char> gram)
    {
        gram.CopyTo(_term.ResizeBuffer(gram.Length));
        _term.Length = gram.Length;
    }
}
