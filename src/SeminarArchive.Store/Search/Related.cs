using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace SeminarArchive.Store.Search;

/// <summary>A seminar to go on with from another one, and why: the first of the reasons that is not empty.</summary>
/// <param name="By">Speakers of both, as the other one names them.</param>
/// <param name="Tags">Tags of both.</param>
/// <param name="About">Words that both use, the most telling first, as the first one prints them.</param>
/// <param name="Category">A category of both.</param>
public sealed record RelatedSeminar(SeminarRow Row, IReadOnlyList<string> By, IReadOnlyList<string> Tags, IReadOnlyList<string> About, string? Category);

/// <summary>What stands around a seminar: the next one down and up the list of all, and up to five to go on with, the nearest first.</summary>
public sealed record Surroundings(SeminarRow? Earlier, SeminarRow? Later, IReadOnlyList<RelatedSeminar> Related)
{
    /// <summary>Of a seminar that is not published.</summary>
    public static Surroundings None { get; } = new(null, null, []);
}

/// <summary>Chooses what a visitor could read next.</summary>
internal sealed class Related(TextIndex index, Catalogue catalogue, Resemblance resemblance, Seminar seminar)
{
    private const int Most = 5;
    private const int Fewest = 3;

    // Of the speaker's other seminars, as long as others resemble this one too.
    private const int MostBySpeaker = 3;

    // What sharing a speaker, and a category, counts beside what the texts share.
    private const float Speaker = 0.3f;
    private const float Category = 0.02f;

    // Less than this is chance.
    private const float Least = 0.06f;

    private const int MostWords = 2;

    // A word in more seminars than this, and in a tenth of a larger archive, is told only where a title has it.
    private const int Rare = 2;

    // Of the words of the seminars that were shown last; as many lexicons as pages are made at a time.
    private const int MostKept = 4000;
    private static readonly ConcurrentBag<Lexicon> Lexicons = [];

    public Surroundings Choose(Archive archive)
    {
        var here = catalogue.PlaceOf(seminar.Id);
        if (here < 0 || seminar.Text is not { } text) return Surroundings.None;

        // One that holds most of the archive says nothing.
        int[] categories = [.. catalogue.Of(Facet.Category, here).ToArray().Where(c => catalogue.Headings(Facet.Category)[c].Count * 2 <= catalogue.Count)];
        var marks = index.Marks(seminar.Id);
        var own = seminar.Speakers.SelectMany(s => catalogue.Under(s.Person)).Where(p => p != here).ToHashSet();
        var chosen = Nearest(here, marks, own, categories);
        chosen.AddRange(own.Except(chosen).Order().Take(Most - chosen.Count));
        if (chosen.Count < Fewest && categories.Length > 0) chosen.AddRange(Near(here, categories, chosen).Take(Fewest - chosen.Count));
        var (earlier, later) = (here + 1 < catalogue.Count ? here + 1 : -1, here - 1);
        var rows = archive.ReadRows([.. chosen.Append(earlier).Append(later).Where(p => p >= 0).Distinct().Select(p => catalogue.Ids[p])]).ToDictionary(r => catalogue.PlaceOf(r.Id));
        var words = Words(text, marks);
        var tags = seminar.Tags.ConvertAll(t => (t.Name, Shared: resemblance.Shared(Signature.OfTag(t.Name))));
        return new Surroundings(rows.GetValueOrDefault(earlier), rows.GetValueOrDefault(later), [.. chosen.Select(place => (Row: rows[place], Place: place)).Select(c => new RelatedSeminar(
            c.Row,
            own.Contains(c.Place) ? [.. c.Row.Speakers.Where(s => seminar.Speakers.Exists(o => o.PersonSlug == s.Slug)).Select(s => s.Name)] : [],
            [.. tags.Where(t => resemblance.Weight(t.Shared, c.Place) > 0).Select(t => t.Name)],
            About(words, c.Place),
            catalogue.Of(Facet.Category, c.Place).ToArray().Intersect(categories).OrderBy(c => catalogue.Headings(Facet.Category)[c].Count).Select(c => catalogue.Headings(Facet.Category)[c].Name).FirstOrDefault()))]);
    }

    // The likest first, of two alike the newer one; not too many of the same speakers.
    private List<int> Nearest(int here, Dictionary<uint, byte> marks, HashSet<int> own, int[] categories)
    {
        var room = ArrayPool<float>.Shared.Rent(catalogue.Count);
        try
        {
            var likeness = room.AsSpan(0, catalogue.Count);
            likeness.Clear();
            resemblance.To(here, marks, likeness);
            foreach (var place in own) likeness[place] += Speaker;

            var filed = catalogue.LinksOf(Facet.Category);
            var (best, bySpeaker) = (new Best(Most), new Best(MostBySpeaker));
            for (var place = NextLike(likeness, 0); place < likeness.Length; place = NextLike(likeness, place + 1))
            {
                var value = likeness[place] + (filed.Of(place).ContainsAny(categories) ? Category : 0);
                (own.Contains(place) ? bySpeaker : best).Offer(value, place);
            }

            return [.. best.All.Concat(bySpeaker.All).OrderByDescending(b => b.Value).ThenBy(b => b.Place).Take(Most).Select(b => b.Place)];
        }
        finally
        {
            ArrayPool<float>.Shared.Return(room);
        }
    }

    // The next place from one on that is like enough. No likeness is below 0, where floats compare as their bits do, many at a time.
    private static int NextLike(ReadOnlySpan<float> likeness, int from)
    {
        var ahead = MemoryMarshal.Cast<float, int>(likeness[from..]).IndexOfAnyExceptInRange(0, BitConverter.SingleToInt32Bits(Least) - 1);
        return ahead < 0 ? likeness.Length : from + ahead;
    }

    // The nearest in time within a category, the later one first of two that are equally far.
    private IEnumerable<int> Near(int here, int[] categories, List<int> chosen)
    {
        for (var distance = 1; distance < catalogue.Count; distance++)
        {
            foreach (var place in new[] { here - distance, here + distance })
            {
                if (place >= 0 && place < catalogue.Count && !chosen.Contains(place) && catalogue.Of(Facet.Category, place).ContainsAny(categories)) yield return place;
            }
        }
    }

    // The words that stand for marks that others have too, as they are printed first, and what they weigh: the title's count most here too.
    private List<(SharedMark Shared, string Word, byte Weight)> Words(SeminarText text, Dictionary<uint, byte> marks)
    {
        var words = new List<(SharedMark, string, byte)>();
        var seen = new HashSet<uint>();
        var lexicon = Lexicons.TryTake(out var free) ? free : new Lexicon(MostKept);
        foreach (var (from, shortest) in new[] { (text.Title, 4), (text.Abstract, 5) })
        {
            foreach (var token in Token.Of(from))
            {
                if (!Signature.HasMark(token, from, shortest)) continue;

                var mark = Signature.MarkOf(token, from, lexicon);
                if (!marks.TryGetValue(mark, out var weight) || !seen.Add(mark)) continue;
                if (resemblance.Shared(mark) is { Count: > 0 } shared) words.Add((shared, Printed(from.Substring(token.Start, token.Length)), weight));
            }
        }

        Lexicons.Add(lexicon);
        return words;
    }

    private IReadOnlyList<string> About(List<(SharedMark Shared, string Word, byte Weight)> words, int place) =>
        [.. words.Select(w => (w.Word, w.Shared, Weight: w.Weight * resemblance.Weight(w.Shared, place)))
            .Where(w => w.Weight >= Signature.TitleWeight || (w.Weight > 0 && w.Shared.Count <= Math.Max(Rare, catalogue.Count / 10)))
            .OrderByDescending(w => w.Weight * w.Shared.Says).ThenBy(w => w.Word, StringComparer.Ordinal).Take(MostWords).Select(w => w.Word)];

    // Abbreviations keep their capitals.
    private static string Printed(string word) => word.Count(char.IsUpper) > 1 && (word.Length <= 5 || word.Any(char.IsLower)) ? word : word.ToLowerInvariant();

    // The places with the highest values among those offered in ascending order, as many as there is room for.
    private sealed class Best(int most)
    {
        private readonly List<(float Value, int Place)> _all = new(most + 1);

        public IReadOnlyList<(float Value, int Place)> All => _all;

        public void Offer(float value, int place)
        {
            if (_all.Count == most && value <= _all[^1].Value) return;

            var at = _all.Count;
            while (at > 0 && _all[at - 1].Value < value) at--;
            _all.Insert(at, (value, place));
            if (_all.Count > most) _all.RemoveAt(most);
        }
    }
}
