namespace SeminarArchive.Store.Search;

/// <summary>Which seminars are about the same, by the marks that they share; rare marks say more than common ones.</summary>
internal sealed class Resemblance
{
    // A mark in more seminars than this says nothing, and would take time.
    private const int TooCommon = 2000;

    // A mark may be in so many, and in a tenth of a larger archive.
    private const int Common = 20;

    private readonly Dictionary<uint, int> _marks = [];
    private readonly int _seminars;
    private readonly int _most;

    // The seminars that have mark m are those from _starts[m] up to _starts[m + 1], by place.
    private readonly int[] _starts;
    private readonly int[] _places;
    private readonly byte[] _weights;
    // By mark; 0 for one that says nothing.
    private readonly List<float> _rarities;

    // What a weight of 1 is of all that the seminar at a place weighs.
    private readonly float[] _shares;

    public Resemblance(TextIndex index, Catalogue catalogue)
    {
        _seminars = catalogue.Count;
        _most = Math.Min(TooCommon, Math.Max(Common, catalogue.Count / 10));
        var (first, past) = (new int[catalogue.Count], new int[catalogue.Count]);
        var counts = new List<int>();
        var (marks, weights) = (new List<int>(catalogue.Count * 28), new List<byte>(catalogue.Count * 28));
        index.EachBlob("SELECT \"SeminarId\", \"Marks\" FROM \"SeminarSignature\"", (id, bytes) =>
        {
            var place = catalogue.PlaceOf(id);
            if (place < 0) return;
            first[place] = marks.Count;
            for (var at = 0; at < Signature.Count(bytes); at++)
            {
                var (mark, weight) = Signature.At(bytes, at);
                if (!_marks.TryGetValue(mark, out var number))
                {
                    _marks[mark] = number = counts.Count;
                    counts.Add(0);
                }

                counts[number]++;
                marks.Add(number);
                weights.Add(weight);
            }

            past[place] = marks.Count;
        });

        _starts = new int[counts.Count + 1];
        for (var mark = 0; mark < counts.Count; mark++) _starts[mark + 1] = _starts[mark] + counts[mark];
        _rarities = counts.ConvertAll(RarityOf);
        var names = NamesOf(catalogue);
        foreach (var (mark, number) in _marks)
        {
            if (StopWords.SaysNothing(mark) || names.GetValueOrDefault(mark) * 2 >= counts[number]) _rarities[number] = 0;
        }

        var next = _starts.AsSpan(0, counts.Count).ToArray();
        (_places, _weights, _shares) = (new int[marks.Count], new byte[marks.Count], new float[catalogue.Count]);
        for (var place = 0; place < catalogue.Count; place++)
        {
            var sum = 0f;
            for (var i = first[place]; i < past[place]; i++)
            {
                var (mark, weight) = (marks[i], weights[i]);
                (_places[next[mark]], _weights[next[mark]]) = (place, weight);
                next[mark]++;
                sum += weight * _rarities[mark] * weight * _rarities[mark];
            }

            _shares[place] = sum > 0 ? 1 / MathF.Sqrt(sum) : 0;
        }
    }

    /// <summary>Adds up the likeness, between 0 and 1, of every seminar to one of them.</summary>
    /// <param name="marks">Those of the seminar at <paramref name="place"/>, with what they weigh in it.</param>
    /// <param name="likeness">Place → likeness; as long as there are seminars, and all 0.</param>
    public void To(int place, Dictionary<uint, byte> marks, Span<float> likeness)
    {
        foreach (var (mark, weight) in marks)
        {
            var shared = Shared(mark);
            var share = weight * shared.Says * _shares[place];
            var places = _places.AsSpan(shared.Start, shared.Count);
            var weights = _weights.AsSpan(shared.Start, shared.Count);
            for (var i = 0; i < places.Length; i++) likeness[places[i]] += share * weights[i] * _shares[places[i]];
        }

        likeness[place] = 0;
    }

    /// <summary>Who shares a mark; nobody when only one seminar has it, too many have, or it says nothing: a stop word, or the name of a speaker more often than not.</summary>
    public SharedMark Shared(uint mark)
    {
        if (!_marks.TryGetValue(mark, out var number) || _starts[number + 1] - _starts[number] is var count && (count < 2 || count > _most)) return default;
        var rarity = _rarities[number];
        return rarity == 0 ? default : new SharedMark(_starts[number], count, rarity * rarity);
    }

    /// <summary>What a shared mark weighs in a seminar; 0 in one that does not have it.</summary>
    public byte Weight(SharedMark shared, int other)
    {
        var at = _places.AsSpan(shared.Start, shared.Count).BinarySearch(other);
        return at < 0 ? (byte)0 : _weights[shared.Start + at];
    }

    // Mark → how many seminars are by speakers whose names have it.
    private static Dictionary<uint, int> NamesOf(Catalogue catalogue)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var speaker in catalogue.Headings(Facet.Speaker))
        {
            foreach (var word in speaker.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)) words[word] = words.GetValueOrDefault(word) + speaker.Count;
        }

        var names = new Dictionary<uint, int>(words.Count);
        foreach (var (word, count) in words)
        {
            var mark = Signature.Hash(Porter.Stem(word));
            names[mark] = names.GetValueOrDefault(mark) + count;
        }

        return names;
    }

    private float RarityOf(int seminars) => MathF.Log(1 + (_seminars / (float)seminars));
}

/// <summary>A mark of several seminars, as <see cref="Resemblance"/> knows it.</summary>
/// <param name="Start">Where these seminars begin.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Says">The more, the rarer it is.</param>
internal readonly record struct SharedMark(int Start, int Count, float Says);
