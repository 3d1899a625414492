namespace SeminarArchive.Store.Search;

/// <summary>Which seminars are about the same, by the marks that they share; rare marks say more than common ones.</summary>
internal sealed class Resemblance
{
    // A mark in more seminars than this says nothing, and would take time.
    private const int TooCommon = 2000;

    // A mark may be in so many, and in a tenth of a larger archive.
    private const int Common = 20;

    private readonly Dictionary<uint, int> _marks = [];
    private readonly List<int> _counts = [];
    private readonly int _seminars;
    private readonly int _most;

    // The seminars that have mark m are those from _starts[m] up to _starts[m + 1], by place.
    private readonly int[] _starts;
    private readonly int[] _places;
    private readonly byte[] _weights;
    private readonly float[] _lengths;

    public Resemblance(TextIndex index, Catalogue catalogue)
    {
        _seminars = catalogue.Count;
        _most = Math.Min(TooCommon, Math.Max(Common, catalogue.Count / 10));
        var (first, past) = (new int[catalogue.Count], new int[catalogue.Count]);
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
                    _marks[mark] = number = _counts.Count;
                    _counts.Add(0);
                }

                _counts[number]++;
                marks.Add(number);
                weights.Add(weight);
            }

            past[place] = marks.Count;
        });

        _starts = new int[_counts.Count + 1];
        for (var mark = 0; mark < _counts.Count; mark++) _starts[mark + 1] = _starts[mark] + _counts[mark];
        var rarities = _counts.ConvertAll(RarityOf);
        var next = _starts.AsSpan(0, _counts.Count).ToArray();
        (_places, _weights, _lengths) = (new int[marks.Count], new byte[marks.Count], new float[catalogue.Count]);
        for (var place = 0; place < catalogue.Count; place++)
        {
            var sum = 0f;
            for (var i = first[place]; i < past[place]; i++)
            {
                var (mark, weight) = (marks[i], weights[i]);
                (_places[next[mark]], _weights[next[mark]]) = (place, weight);
                next[mark]++;
                sum += weight * rarities[mark] * weight * rarities[mark];
            }

            _lengths[place] = MathF.Sqrt(sum);
        }
    }

    /// <summary>Adds up the likeness, between 0 and 1, of every seminar to one of them.</summary>
    /// <param name="marks">Those of the seminar at <paramref name="place"/>.</param>
    /// <param name="likeness">Place → likeness; as long as there are seminars, and all 0.</param>
    public void To(int place, Dictionary<uint, byte> marks, Span<float> likeness)
    {
        foreach (var (mark, weight) in marks)
        {
            if (!Telling(mark, out var start, out var end, out var rarity)) continue;
            var share = weight * rarity * rarity / _lengths[place];
            for (var i = start; i < end; i++)
            {
                var other = _places[i];
                likeness[other] += share * _weights[i] / _lengths[other];
            }
        }

        likeness[place] = 0;
    }

    /// <summary>How much a mark that two seminars share says; 0 for one that they do not.</summary>
    public float Tells(uint mark, int other)
    {
        if (!Telling(mark, out var start, out var end, out var rarity)) return 0;
        var at = Array.BinarySearch(_places, start, end - start, other);
        return at < 0 ? 0 : rarity * rarity * _weights[at];
    }

    // Whether several seminars have the mark, and not too many, and which.
    private bool Telling(uint mark, out int start, out int end, out float rarity)
    {
        (start, end, rarity) = (0, 0, 0);
        if (!_marks.TryGetValue(mark, out var number) || _counts[number] < 2 || _counts[number] > _most) return false;
        (start, end, rarity) = (_starts[number], _starts[number + 1], RarityOf(_counts[number]));
        return true;
    }

    private float RarityOf(int seminars) => MathF.Log(1 + (_seminars / (float)seminars));
}
