namespace SeminarArchive.Store.Search;

/// <summary>Which seminars are about the same, by the marks that they share; rare marks say more than common ones.</summary>
internal sealed class Resemblance
{
    // A mark in more seminars than this says nothing, and would take time.
    private const int TooCommon = 2000;

    // A mark may be in so many, and in a tenth of a larger archive.
    private const int Common = 20;

    private readonly Dictionary<uint, Shared> _shared = [];
    private readonly float[] _lengths;

    public Resemblance(TextIndex index, Catalogue catalogue)
    {
        _lengths = new float[catalogue.Count];
        var marks = new List<(uint Mark, int Place, byte Weight)>(catalogue.Count * 24);
        using (var command = index.Command("SELECT \"SeminarId\", \"Marks\" FROM \"SeminarSignature\""))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                var place = catalogue.PlaceOf(reader.GetInt32(0));
                if (place < 0) continue;
                foreach (var (mark, weight) in Signature.Read(reader.GetFieldValue<byte[]>(1))) marks.Add((mark, place, weight));
            }
        }

        marks.Sort(static (a, b) => a.Mark != b.Mark ? a.Mark.CompareTo(b.Mark) : a.Place.CompareTo(b.Place));
        var most = Math.Min(TooCommon, Math.Max(Common, catalogue.Count / 10));
        for (int start = 0, end; start < marks.Count; start = end)
        {
            end = start + 1;
            while (end < marks.Count && marks[end].Mark == marks[start].Mark) end++;
            var rarity = MathF.Log(1 + (catalogue.Count / (float)(end - start)));
            for (var i = start; i < end; i++) _lengths[marks[i].Place] += marks[i].Weight * rarity * marks[i].Weight * rarity;
            if (end - start is 1 || end - start > most) continue;

            var (places, weights) = (new int[end - start], new byte[end - start]);
            for (var i = start; i < end; i++) (places[i - start], weights[i - start]) = (marks[i].Place, marks[i].Weight);
            _shared[marks[start].Mark] = new Shared(rarity, places, weights);
        }

        for (var place = 0; place < _lengths.Length; place++) _lengths[place] = MathF.Sqrt(_lengths[place]);
    }

    /// <summary>Place → likeness, between 0 and 1, of every seminar that shares a telling mark.</summary>
    /// <param name="marks">Those of the seminar at <paramref name="place"/>.</param>
    public Dictionary<int, float> To(int place, IEnumerable<(uint Mark, byte Weight)> marks)
    {
        var likeness = new Dictionary<int, float>();
        foreach (var (mark, weight) in marks)
        {
            if (!_shared.TryGetValue(mark, out var shared)) continue;
            for (var i = 0; i < shared.Places.Length; i++)
            {
                var other = shared.Places[i];
                if (other == place) continue;
                likeness[other] = likeness.GetValueOrDefault(other) + (weight * shared.Rarity * shared.Weights[i] * shared.Rarity / (_lengths[place] * _lengths[other]));
            }
        }

        return likeness;
    }

    /// <summary>How much a mark that two seminars share says; 0 for one that they do not.</summary>
    public float Tells(uint mark, int other)
    {
        if (!_shared.TryGetValue(mark, out var shared)) return 0;
        var at = Array.BinarySearch(shared.Places, other);
        return at < 0 ? 0 : shared.Rarity * shared.Rarity * shared.Weights[at];
    }

    private sealed record Shared(float Rarity, int[] Places, byte[] Weights);
}
