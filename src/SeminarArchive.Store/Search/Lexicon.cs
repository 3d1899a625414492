namespace SeminarArchive.Store.Search;

/// <summary>What is made of words, each worked out once, since texts are made of the same few thousand. Not for several threads.</summary>
/// <param name="most">Words beyond these are worked out each time: numbers and names would fill the memory.</param>
internal sealed class Lexicon(int most = 30_000)
{
    private readonly Dictionary<string, LexiconWord> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LexiconWord> _folded = new(StringComparer.Ordinal);

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
