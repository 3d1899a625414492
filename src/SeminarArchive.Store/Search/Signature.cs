using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SeminarArchive.Store.Search;

/// <summary>
/// What a seminar is about in so few marks that every one can be compared with all others: its tags, the words of its title,
/// and those of its abstract that say most by their length and number.
/// </summary>
internal sealed class Signature
{
    private const int MostWords = 24;
    private const int TagWeight = 4;
    private const int TitleWeight = 3;
    private const int Size = sizeof(uint) + 1;

    private readonly Dictionary<uint, byte> _marks = [];

    private Signature()
    {
    }

    public static Signature Of(string title, IEnumerable<string> tags, string text, Lexicon lexicon)
    {
        var signature = new Signature();
        foreach (var tag in tags) signature.Add(OfTag(tag), TagWeight);
        foreach (var (_, mark) in Words(title, shortest: 4, lexicon)) signature.Add(mark, TitleWeight);

        var counts = new Dictionary<uint, (int Count, int Length)>();
        foreach (var (word, mark) in Words(text, shortest: 5, lexicon))
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, mark, out _);
            count = (count.Count + 1, word.Length);
        }

        foreach (var (mark, count) in counts.OrderByDescending(c => c.Value.Count * c.Value.Length).ThenBy(c => c.Key).Take(MostWords))
        {
            signature.Add(mark, (byte)(count.Count > 2 ? 2 : 1));
        }

        return signature;
    }

    /// <summary>The words that marks stand for, each with its place in the text, and the mark.</summary>
    public static IEnumerable<(Token Word, uint Mark)> Words(string text, int shortest, Lexicon lexicon)
    {
        foreach (var token in Token.Of(text))
        {
            if (token.Length < (token.IsUnspaced ? 2 : shortest) || char.IsDigit(text[token.Start])) continue;

            // Of a script without spaces, what stands between other signs is taken whole.
            yield return (token, lexicon.Of(text.AsSpan(token.Start, token.Length)).Mark);
        }
    }

    public static uint OfTag(string tag) => Hash("#" + Content.Slug.From(tag));

    public byte[] ToBytes()
    {
        var bytes = new byte[_marks.Count * Size];
        var at = 0;
        foreach (var (mark, weight) in _marks.OrderBy(m => m.Key))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), mark);
            bytes[at + sizeof(uint)] = weight;
            at += Size;
        }

        return bytes;
    }

    /// <summary>How many marks the bytes hold; see <see cref="At"/>.</summary>
    public static int Count(ReadOnlySpan<byte> bytes) => bytes.Length / Size;

    /// <summary>The marks as <see cref="ToBytes"/> wrote them, in ascending order.</summary>
    public static (uint Mark, byte Weight) At(ReadOnlySpan<byte> bytes, int place) =>
        (BinaryPrimitives.ReadUInt32LittleEndian(bytes[(place * Size)..]), bytes[(place * Size) + sizeof(uint)]);

    private void Add(uint mark, byte weight) => _marks[mark] = Math.Max(weight, _marks.GetValueOrDefault(mark));

    // FNV-1a: the same on every machine and in every run.
    internal static uint Hash(string word)
    {
        var hash = 2166136261;
        foreach (var c in word)
        {
            hash = (hash ^ (byte)c) * 16777619;
            hash = (hash ^ (byte)(c >> 8)) * 16777619;
        }

        return hash;
    }
}
