using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SeminarArchive.Store.Search;

/// <summary>
/// What a seminar is about in so few marks that every one can be compared with all others: its tags, the words of its title,
/// and those of its abstract that say most by their length and number.
/// </summary>
internal sealed class Signature
{
    /// <summary>What a word of a title weighs.</summary>
    public const int TitleWeight = 3;

    private const int TagWeight = 4;
    private const int MostWords = 24;
    private const int Size = sizeof(uint) + 1;

    private readonly Dictionary<uint, byte> _marks = [];

    private Signature()
    {
    }

    public static Signature Of(string title, IEnumerable<string> tags, string text, Lexicon lexicon)
    {
        var signature = new Signature();
        foreach (var tag in tags) signature.Add(OfTag(tag), TagWeight);
        foreach (var token in Token.Of(title))
        {
            if (HasMark(token, title, shortest: 4)) signature.Add(MarkOf(token, title, lexicon), TitleWeight);
        }

        var tallies = lexicon.Tallies;
        tallies.Clear();
        foreach (var (token, word) in lexicon.Read(text))
        {
            if (!HasMark(token, text, shortest: 5)) continue;

            ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(tallies, word.Mark, out _);
            tally = new Tally(tally.Count + 1, token.Length);
        }

        foreach (var mark in Foremost(tallies)) signature.Add(mark, (byte)(tallies[mark].Count > 2 ? 2 : 1));
        return signature;
    }

    /// <summary>Whether a word of the text stands for a mark: numbers and short words do not.</summary>
    public static bool HasMark(Token word, string text, int shortest) => word.Length >= (word.IsUnspaced ? 2 : shortest) && !char.IsDigit(text[word.Start]);

    /// <summary>The mark of a word of the text. Of a script without spaces, what stands between other signs is taken whole.</summary>
    public static uint MarkOf(Token word, string text, Lexicon lexicon) => lexicon.Of(text.AsSpan(word.Start, word.Length)).Mark;

    public static uint OfTag(string tag) => Hash("#" + Content.Slug.OfSubject(tag));

    public byte[] ToBytes()
    {
        var bytes = new byte[_marks.Count * Size];
        var marks = _marks.Keys.ToArray();
        Array.Sort(marks);
        var at = 0;
        foreach (var mark in marks)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), mark);
            bytes[at + sizeof(uint)] = _marks[mark];
            at += Size;
        }

        return bytes;
    }

    /// <summary>How many marks the bytes hold; see <see cref="At"/>.</summary>
    public static int Count(ReadOnlySpan<byte> bytes) => bytes.Length / Size;

    /// <summary>The marks as <see cref="ToBytes"/> wrote them, in ascending order.</summary>
    public static (uint Mark, byte Weight) At(ReadOnlySpan<byte> bytes, int place) =>
        (BinaryPrimitives.ReadUInt32LittleEndian(bytes[(place * Size)..]), bytes[(place * Size) + sizeof(uint)]);

    // The marks whose words are longest and most, of two alike the lower one: sorted as numbers that have both in them.
    private static IEnumerable<uint> Foremost(Dictionary<uint, Tally> tallies)
    {
        var order = new ulong[tallies.Count];
        var at = 0;
        foreach (var (mark, tally) in tallies) order[at++] = ((ulong)(uint.MaxValue - (uint)(tally.Count * tally.Length)) << 32) | mark;
        Array.Sort(order);
        return order.Take(MostWords).Select(o => (uint)o);
    }

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
