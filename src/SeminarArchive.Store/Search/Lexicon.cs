namespace SeminarArchive.Store.Search;

/// <summary>What is made of words, each worked out once, since texts are made of the same few thousand. Not for several threads.</summary>
/// <param name="most">Words beyond these are worked out each time: numbers and names would fill the memory.</param>
internal sealed class Lexicon(int most = 30_000)
{
    private readonly Dictionary<string, LexiconWord> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LexiconWord> _folded = new(StringComparer.Ordinal);
    private readonly List<(Token Token, LexiconWord Word)> _read = [];
    private string? _text;

    /// <summary>Room for the words of one text, so that it need not be made for each; whoever takes it empties it first.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>As <see cref="Words"/>, for marks.</summary>
    public Dictionary<uint, Tally> Tallies { get; } = [];

    /// <summary>The words of a text in their order, numbers left out. Those of the last text are still there when it is asked for again, and gone with the next.</summary>
    public List<(Token Token, LexiconWord Word)> Read(string text)
    {
        if (ReferenceEquals(text, _text)) return _read;

        _read.Clear();
        foreach (var token in Token.Of(text))
        {
            if (!char.IsDigit(text[token.Start])) _read.Add((token, Of(text.AsSpan(token.Start, token.Length))));
        }

        _text = text;
        return _read;
    }

    /// <param name="word">As it stands in a text.</param>
    public LexiconWord Of(ReadOnlySpan<char> word)
    {
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (words.TryGetValue(word, out var known)) return known;

        var folded = Spellings.Fold(word.ToString());
        if (!_folded.TryGetValue(folded, out known))
        {
            known = new LexiconWord(folded);
            if (_folded.Count < most) _folded[folded] = known;
        }

        if (_words.Count < most) words[word] = known;
        return known;
    }
}

/// <summary>A word, folded, and the mark of its stem; see <see cref="Signature"/>.</summary>
internal sealed class LexiconWord(string text)
{
    public string Text { get; } = text;

    public uint Mark { get; } = Signature.Hash(Porter.Stem(text));
}

/// <summary>How often a mark comes in a text, and how long the last of its words was.</summary>
internal readonly record struct Tally(int Count, int Length);
